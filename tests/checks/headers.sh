#!/usr/bin/env bash
# Every header compiles by itself; public ones as C++ too. A source includes its own header first (rooms.py sees to that), so that
# its compilation has shown it already, and only those that have no source are tried here.
set -u
cd "$MINTU_SOURCE" || exit 1
failed=0
flags=$(pkg-config --cflags gdal proj geos pangocairo jansson smartcols icu-uc igraph)
for header in include/mintu/*.h src/*/*.h; do
    [ ! -e "${header%.h}.c" ] || continue
    # shellcheck disable=SC2086
    echo "typedef int not_empty;" | ${CC:-cc} -std=c17 -Wall -Wextra -Wpedantic -Werror -Iinclude -Isrc "-I$MINTU_BUILD/loaded" $flags -fsyntax-only -include "$header" -x c - || failed=1
done
for header in include/mintu/*.h; do
    command -v c++ >/dev/null || continue
    c++ -std=c++17 -Wall -Wextra -Werror -Iinclude -fsyntax-only -x c++ "$header" || failed=1
done
exit $failed
