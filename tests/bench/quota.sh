#!/usr/bin/env bash
# The ledger of 60 years with its totals against awk summing the same lines, in one run: quota.sh [RUNS=20]. Prints the medians
# and their ratio; it judges the times not, but ends with 1 when the sums differ.
set -euo pipefail
runs=${1:-20}
mintu=${MINTU:-$(cd "$(dirname "$0")/../.." && pwd)/build/mintu}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
period=(--from 1990 --to 2049 --quiet)

median() { # COMMAND…: milliseconds
    local run start
    for ((run = 0; run < runs; run++)); do
        start=$(date +%s%N)
        "$@" >"$folder/out"
        echo $((($(date +%s%N) - start) / 1000))
    done | sort -n | sed -n "$((runs / 2 + 1))p" | awk '{printf "%.1f", $1 / 1000}'
}
"$mintu" quota "${period[@]}" --format csv -o "$folder/ledger.csv"
start=$(median "$mintu" --version)
ledger=$(median "$mintu" quota "${period[@]}" --format csv)
totals=$(median "$mintu" quota "${period[@]}" --by county --format csv)
sum=$(median awk -F, 'NR > 1 {by[$1 "," $5] += $7; all += $7} END {for (k in by) print k, by[k]; print "all", all}' "$folder/ledger.csv")
peer=$(sed -n 's/^all //p' "$folder/out")
ours=$("$mintu" quota "${period[@]}" --by year --format csv | awk -F, '$1 == "all" {print $9}')
printf 'lines %d; mintu --version %s ms; ledger of 60 years %s ms, totals per county %s ms (opening the package included); awk only summing %s ms, ratio %s\n' \
    "$(($(wc -l <"$folder/ledger.csv") - 1))" "$start" "$ledger" "$totals" "$sum" "$(awk "BEGIN {printf \"%.1f\", $totals / $sum}")"
[ "$peer" = "$ours" ] || { echo "sums differ: awk $peer, mintu $ours"; exit 1; }
