#!/usr/bin/env bash
# The shared library exports what the public headers declare and what exports.txt lists, no more and no less.
set -u
cd "$MINTU_SOURCE" || exit 1
exported=$(nm -D --defined-only "$MINTU_BUILD/libmintu.so" | awk '$2 ~ /[TBDR]/ {sub("@.*", "", $3); print $3}' |
    LC_ALL=C sort)
declared=$(sed -nE 's/.*MINTU_API .*\b(mintu_[a-z0-9_]+)\(.*/\1/p' include/mintu/*.h | LC_ALL=C sort -u)
failed=0
diff <(echo "$declared") <(echo "$exported") >/tmp/exports.$$ || { echo "declared (<) against exported (>):"; cat /tmp/exports.$$; failed=1; }
diff src/packaging/exports.txt <(echo "$exported") >/tmp/exports.$$ || { echo "src/packaging/exports.txt (<) against exported (>):"; cat /tmp/exports.$$; failed=1; }
rm -f /tmp/exports.$$
exit $failed
