#!/usr/bin/env bash
# The shared library exports what the public headers declare, each with the version of its major number, no more and no less, and as
# exports.txt says: what stands there may be added to, and is taken away only with a new major version. Its name bears that number too.
set -u
cd "$MINTU_SOURCE" || exit 1
library=$MINTU_BUILD/libmintu.so
major=$(sed -nE 's/^#define MINTU_VERSION_MAJOR ([0-9]+)$/\1/p' include/mintu/version.h)
exported=$(nm -D --defined-only --with-symbol-versions "$library" | awk '$2 != "A" {print $3}' | LC_ALL=C sort)
declared=$(sed -nE "s/.*MINTU_API .*\b(mintu_[a-z0-9_]+)\(.*/\1@@MINTU_$major/p" include/mintu/*.h | LC_ALL=C sort -u)
failed=0
difference=$(diff <(echo "$declared") <(echo "$exported")) || { echo "declared (<) against exported (>):"; echo "$difference"; failed=1; }
difference=$(diff tests/checks/exports.txt <(echo "$exported")) || { echo "tests/checks/exports.txt (<) against exported (>):"; echo "$difference"; failed=1; }
readelf -d "$library" | grep -q "SONAME.*\[libmintu\.so\.$major\]$" || { echo "the library's name is not libmintu.so.$major"; failed=1; }
exit $failed
