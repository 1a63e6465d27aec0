#!/usr/bin/env bash
# What code of each room may not do, whatever it includes.
set -u
cd "$MINTU_SOURCE" || exit 1
failed=0
bad() {
    echo "$1"
    failed=1
}
grep -nE '^#include <(gdal|ogr|cpl|geos|proj|cairo|pango|librsvg|jansson|unicode)' -r include && bad "public headers show no library's types"
grep -nE '\bGEOS[A-Z][A-Za-z]+\(' -r src | grep -vE '_r\(' && bad "GEOS is called through its _r functions"
grep -nE '\b(f?printf|puts|exit|abort|perror)\(' -r src --include=*.c | grep -vE '^src/(console|build|cli)/' | grep -vE '\bfprintf\(stream' && bad "only src/console and src/cli print and exit"
grep -nE '\b(printf|puts|fputs|fputc|putchar|fwrite|fprintf|vfprintf|perror)\(' -r src/console src/build src/cli | grep -vE '^src/console/(say|help|manual|complete|progress_line)\.c' | grep -vE '\((.*, )?out[,)]' &&
    bad "texts go to a terminal through src/console/say.c alone; help.c, manual.c and complete.c print their own words, progress_line.c what it has made visible"
grep -nE '(#include <mintu/(gazetteer|geocode)\.h>)' -r src/expression src/style src/canvas src/label src/furniture src/map &&
    bad "what draws knows towns only as layers"
grep -nE '\b(CPL)?([Ss]trto(d|f|ld)(_l)?|[Aa]tof)\(' -r src | grep -v '^src/format/number\.c:' &&
    bad "numbers are read by mintu_number_read() and its kin in src/format/number.c, whatever the locale"
grep -nE '(^|[^_a-z])(strn?casecmp|strcasestr|toupper|tolower|is(alpha|alnum|digit|space|upper|lower|print|punct))\(' -r src --include=*.c | grep -vE '^src/(console|build|cli)/' &&
    bad "letters are compared by src/base/ascii.h, whatever the locale"
exit $failed
