#!/usr/bin/env bash
# A folder includes headers of its own, of folders with a smaller L, and public ones; big libraries stay in their folder.
set -u
cd "$MINTU_SOURCE" || exit 1
declare -A level=([base]=0 [format]=1 [geo]=2 [gazetteer]=3 [style]=3 [geocode]=4 [map]=4 [notice]=5 [analyse]=5 [cli]=6)
failed=0
bad() {
    echo "$1"
    failed=1
}
while IFS=: read -r file _ include; do
    folder=${file#src/}
    folder=${folder%%/*}
    target=$(sed -E 's/.*"([a-z]+)\/.*/\1/' <<<"$include")
    [ -n "${level[$folder]-}" ] || bad "$file: folder '$folder' has no level"
    [ -n "${level[$target]-}" ] || { bad "$file: includes '$include', which is no path from src/"; continue; }
    [ "$folder" = "$target" ] && continue
    [ "$folder" = cli ] && bad "$file: the program is built on the public headers alone, and includes $include"
    [ "${level[$target]}" -lt "${level[$folder]}" ] || bad "$file (L${level[$folder]}) includes $include (L${level[$target]})"
    case $folder:$target in map:gazetteer | map:geocode | style:gazetteer) bad "$file: map and style know towns only as layers" ;; esac
done < <(grep -nE '^#include "' -r src --include=*.c --include=*.h)
grep -lE '^#include <(gdal|ogr|cpl|geos|proj|geodesic)[a-z_]*\.h>' -r src include | grep -v '^src/geo/' && bad "only src/geo includes GDAL, GEOS and PROJ"
grep -lE '^#include <(cairo|pango|librsvg)' -r src include | grep -v '^src/map/' && bad "only src/map includes cairo, Pango and librsvg"
grep -nE '^#include <(gdal|ogr|cpl|geos|proj|cairo|pango|librsvg|jansson|unicode)' -r include && bad "public headers show no library's types"
grep -nE '\bGEOS[A-Z][A-Za-z]+\(' -r src | grep -vE '_r\(' && bad "GEOS is called through its _r functions"
grep -nE '\b(f?printf|puts|exit|abort|perror)\(' -r src --include=*.c | grep -v '^src/cli/' | grep -vE '\bfprintf\(stream' && bad "only src/cli prints and exits"
grep -nE '\b(printf|puts|fputs|fputc|putchar|fwrite|fprintf|vfprintf|perror)\(' -r src/cli | grep -vE '^src/cli/(say|help|manual)\.c' | grep -vE '\((.*, )?out[,)]' &&
    bad "texts go to a terminal through src/cli/say.c alone; help.c and manual.c print their own words"
grep -nE '(#include <mintu/(gazetteer|geocode)\.h>)' -r src/map src/style && bad "map and style know towns only as layers"
exit $failed
