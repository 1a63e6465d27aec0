#!/usr/bin/env bash
# The province map against other programs drawing theirs, in one run: render.sh PEERS_FOLDER [RUNS=5]
# PEERS_FOLDER holds run.sh, which takes a GPKG with layers counties, prefectures, towns and prints each peer's median seconds
# and peak memory. Prints ratios (peer ÷ mintu); a number above 1 is in mintu's favour. It judges nothing.
set -euo pipefail
peers=$1 runs=${2:-5}
source=$(cd "$(dirname "$0")/../.." && pwd)
mintu=${MINTU:-$source/build/mintu}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

for layer in counties prefectures; do "$mintu" export "$layer" -o "$folder/$layer.gpkg"; done
"$mintu" export places -o "$folder/towns.gpkg"
ogr2ogr -q "$folder/map.gpkg" "$folder/counties.gpkg" counties
ogr2ogr -q -update "$folder/map.gpkg" "$folder/prefectures.gpkg" prefectures
ogr2ogr -q -update -nln towns -where "level = 'township' AND precision = 'town'" "$folder/map.gpkg" "$folder/towns.gpkg" places

# The reference page of the peers: 85 counties and 821 points (all places with a point of their own, and a few with their county's).
sql="SELECT geom, name FROM (SELECT geom, name, code, CASE WHEN level <> 'township' THEN 0 WHEN precision = 'town' THEN 1 ELSE 2 END
    AS kind FROM places WHERE precision <> 'prefecture' OR level <> 'township' ORDER BY kind, code LIMIT 821)"
ogr2ogr -q -nln labelled -dialect SQLite -sql "$sql" "$folder/labelled.gpkg" "$folder/towns.gpkg"
cp "$source/tests/bench/labels.json" "$folder/"
"$mintu" render "$folder/labels.json" -o "$folder/labels.png" --report "$folder/report.json" >/dev/null || true
sed -nE '1,/"layers"/ s/^ "(wanted|placed|overlaps|leaders)": ([0-9]+),/labels \1 \2/p' "$folder/report.json"
printf 'counties without a label %s of 85\n' "$(grep -c '"required": true' "$folder/report.json")"

ours() {
    local run
    "$mintu" render "$source/styles/pilots.json" -o "$folder/ours.png" >/dev/null
    for ((run = 0; run < runs; run++)); do
        /usr/bin/time -a -o "$folder/ours.time" -f '%e %M' "$mintu" render "$source/styles/pilots.json" -o "$folder/ours.png" >/dev/null
    done
    sort -n "$folder/ours.time" | sed -n "$((runs / 2 + 1))p"
}
read -r seconds kib < <(ours)
printf 'mintu      median %.2f s  %d MiB\n' "$seconds" "$((kib / 1024))"
sh "$peers/run.sh" "$folder/map.gpkg" "$folder/peers" | while read -r name word value unit memory rest; do
    [ "$word" = median ] || continue
    printf '%-10s %s × the time, %s × the memory of mintu\n' "$name" "$(awk "BEGIN {printf \"%.1f\", $value / $seconds}")" \
        "$(awk "BEGIN {printf \"%.1f\", $memory * 1024 / $kib}")"
done
