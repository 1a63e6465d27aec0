#!/usr/bin/env bash
# Nearest greenway of random points on one core: mintu, then nearest.py (GeoPandas or Shapely, in a plane) and PostGIS's <-> on a
# server of its own (geography, GiST index), where they are installed, in one run: nearest.sh [BUILD] [POINTS]. The peers take a
# tenth and a hundredth of the points. Prints points per second and ratios; it judges no time.
set -euo pipefail
cd "$(dirname "$0")/../.."
. tests/postgis/server.sh
build=${1:-build} points=${2:-1000000}
python=${PYTHON:-/usr/bin/python3}
cmake --build "$build" --target bench_nearest geodata >/dev/null
folder=$(mktemp -d)
trap 'server_stop; rm -rf "$folder"' EXIT
pin=$(command -v taskset >/dev/null && echo "taskset -c 0" || true)
read -r ours cpu index < <($pin "$build/bench_nearest" "$build/geodata" "$points" "$folder")
printf 'mintu      %9.0f points/s (%.0f per second of processor time), index %.1f ms\n' "$ours" "$cpu" "$index"

tell() { # NAME POINTS_PER_SECOND SHARE
    awk -v name="$1" -v theirs="$2" -v share="$3" -v ours="$ours" \
        'BEGIN { printf "%-10s %9.0f points/s, ratio %.0f; the same line for %.2f %%\n", name, theirs, ours / theirs, 100 * share }'
}
if "$python" -c 'import geopandas' 2>/dev/null; then
    read -r name theirs share < <($pin "$python" -W ignore tests/bench/nearest.py "$folder/lines.csv" "$folder/points.csv" $((points / 10)))
    tell "$name" "$theirs" "$share"
fi
if server_start; then
    trap 'server_stop; rm -rf "$folder"' EXIT
    count=$((points / 100))
    sql <<<'CREATE TABLE lines (row int, course geography); CREATE TABLE points (lon float8, lat float8, row int, metres float8, spot geography)'
    sql -c '\copy lines FROM STDIN CSV HEADER' <"$folder/lines.csv"
    head -n $((count + 1)) "$folder/points.csv" | sql -c '\copy points (lon, lat, row, metres) FROM STDIN CSV HEADER'
    sql <<<'UPDATE points SET spot = ST_MakePoint(lon, lat); CREATE INDEX ON lines USING gist (course); ANALYZE'
    start=$(date +%s%N)
    share=$(sql -At <<<'SET max_parallel_workers_per_gather = 0;
        SELECT avg((points.row = near.row)::int) FROM points,
            LATERAL (SELECT row, course <-> spot AS metres FROM lines ORDER BY course <-> spot LIMIT 1) near')
    tell PostGIS "$(awk -v n="$count" -v t=$(($(date +%s%N) - start)) 'BEGIN { print n / t * 1e9 }')" "$share"
fi
