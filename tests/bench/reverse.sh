#!/usr/bin/env bash
# Reverse geocoding on one core against GEOS and, where there is one, GeoPandas: tests/bench/reverse.sh [BUILD] [POINTS]
set -eu
cd "$(dirname "$0")/../.."
build=${1:-build} points=${2:-5000000}
cmake --build "$build" --target bench_reverse geodata >/dev/null
pin=$(command -v taskset >/dev/null && echo "taskset -c 0" || true)
result=$($pin "$build/bench_reverse" "$build/geodata" "$points")
echo "$result"
counties=$build/geodata/counties.gpkg
if [ -e "$counties" ] && /usr/bin/python3 -c 'import geopandas' 2>/dev/null; then
    theirs=$($pin /usr/bin/python3 tests/bench/reverse.py "$counties" $((points / 5)))
    awk -v theirs="$theirs" '/^county  / {printf "GeoPandas sjoin                %8.2f M points/s\nratio to GeoPandas %.0f\n", theirs, $2 / theirs}' <<<"$result"
fi
