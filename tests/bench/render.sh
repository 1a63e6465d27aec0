#!/usr/bin/env bash
# labels.sh counts labels. PEERS_FOLDER holds run.sh, which takes a GPKG with layers counties, prefectures, towns and prints each
# peer's median seconds and peak memory. Prints ratios (peer ÷ mintu); a number above 1 is in mintu's favour. It judges nothing.
set -euo pipefail
peers=$1 runs=${2:-5}
source=$(cd "$(dirname "$0")/../.." && pwd)
mintu=${MINTU:-$source/build/mintu}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

"$source/tests/bench/labels-data.sh" "$folder"
cp "$source/tests/bench/labels.json" "$folder/"

ours() { # STYLE
    local run
    "$mintu" render "$1" -o "$folder/ours.png" >/dev/null
    for ((run = 0; run < runs; run++)); do
        /usr/bin/time -a -o "$folder/ours.time" -f '%e %M' "$mintu" render "$1" -o "$folder/ours.png" >/dev/null
    done
    sort -n "$folder/ours.time" | sed -n "$((runs / 2 + 1))p"
    rm "$folder/ours.time"
}
read -r seconds kib < <(ours "$source/styles/pilots.json")
printf 'mintu      median %.2f s  %d MiB\n' "$seconds" "$((kib / 1024))"
read -r same same_kib < <(ours "$folder/labels.json")
printf '           median %.2f s  %d MiB for the page of the others, of whose 906 labels it places more (labels.sh)\n' "$same" "$((same_kib / 1024))"
sh "$peers/run.sh" "$folder/map.gpkg" "$folder/peers" 2>/dev/null | while read -r name word value unit memory rest; do
    [ "$word" = median ] || continue
    awk -v n="$name" -v v="$value" -v m="$memory" -v s="$seconds" -v k="$kib" -v p="$same" 'BEGIN {
        printf "%-10s %.1f × the time, %.1f × the memory of mintu; %.1f × the time for that page\n", n, v / s, m * 1024 / k, v / p }'
done
