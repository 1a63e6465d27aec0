#!/usr/bin/env bash
# Installs into a folder of its own and builds an outside program against it: run.sh pkg-config | cmake | versions
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
DESTDIR='' cmake --install "$MINTU_BUILD" --prefix "$folder/usr" >/dev/null
libdir=$(dirname "$(find "$folder/usr" -name libmintu.so | head -1)")
source=$MINTU_SOURCE/tests/consumer/consumer.c
case $1 in
pkg-config)
    export PKG_CONFIG_PATH=$libdir/pkgconfig
    # shellcheck disable=SC2046
    cc -std=c17 -Wall -Wextra -Werror "$source" -o "$folder/consumer" $(pkg-config --cflags --libs mintu)
    # shellcheck disable=SC2046
    cc -std=c17 -Wall -Wextra -Werror "${source%/*}/styles.c" -o "$folder/styles" $(pkg-config --cflags --libs mintu)
    printf '任务编号,进展情况\n5,已完成\n' >"$folder/reports.csv"
    LD_LIBRARY_PATH=$libdir "$folder/styles" "$folder/usr/share/mintu/geodata" "$folder/reports.csv" "$MINTU_SOURCE"/styles/[!m]*.json
    ;;
cmake)
    cmake -S "$MINTU_SOURCE/tests/consumer" -B "$folder/build" -DCMAKE_PREFIX_PATH="$folder/usr" >/dev/null
    cmake --build "$folder/build" >/dev/null
    cp "$folder/build/consumer" "$folder/consumer"
    ;;
versions)
    # Headers of a version that knew fewer members, and of one that will know one more, made of today's.
    for version in today older newer; do cp -r "$folder/usr/include" "$folder/$version"; done
    sed -i -e '/^    const char \*lang;/d' -e 's/uint64_t reserved\[11\]/uint64_t reserved[12]/' "$folder/older/mintu/map.h"
    sed -i -e '/^    bool context; .*decided/d' -e '/^    uint64_t rest;/d' -e 's/uint64_t reserved\[3\]/uint64_t reserved[5]/' -e '/^    bool both_names;/d' "$folder/older/mintu/geocode.h"
    sed -i -e 's/^    uint64_t reserved\[11\];/    double sharper;\n    uint64_t reserved[10];/' "$folder/newer/mintu/map.h"
    for version in older newer; do ! diff -rq "$folder/today" "$folder/$version" >/dev/null; done
    for version in today older newer; do
        flag=
        [ $version != newer ] || flag=-DNEWER
        cc -std=c17 -Wall -Wextra -Werror $flag "-I$folder/$version" "${source%/*}/versions.c" -o "$folder/$version.out" -L"$libdir" -lmintu
        code=0
        LD_LIBRARY_PATH=$libdir "$folder/$version.out" "$folder/usr/share/mintu/geodata" >"$folder/$version.txt" || code=$?
        [ $code -eq $([ $version = newer ] && echo 2 || echo 0) ]
    done
    head -1 "$folder/today.txt" | grep -q '^350524107 .* whole$'
    cmp "$folder/today.txt" "$folder/older.txt"
    grep -q 'mintu_map_new(): a reserved member' "$folder/newer.txt"
    exit
    ;;
esac
LD_LIBRARY_PATH=$libdir "$folder/consumer" "$folder/usr/share/mintu/geodata"
man_pages=$(find "$folder/usr/share/man" -name 'mintu*.1' | wc -l)
[ "$man_pages" -ge 7 ]
"$folder/usr/bin/mintu" places --level prefecture --format csv | grep -q '^35'
