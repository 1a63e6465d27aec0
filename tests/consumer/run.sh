#!/usr/bin/env bash
# Installs into a folder of its own and builds an outside program against it: run.sh pkg-config | cmake
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
    LD_LIBRARY_PATH=$libdir "$folder/styles" "$folder/usr/share/mintu/geodata" "$MINTU_SOURCE"/styles/[!m]*.json
    ;;
cmake)
    cmake -S "$MINTU_SOURCE/tests/consumer" -B "$folder/build" -DCMAKE_PREFIX_PATH="$folder/usr" >/dev/null
    cmake --build "$folder/build" >/dev/null
    cp "$folder/build/consumer" "$folder/consumer"
    ;;
esac
LD_LIBRARY_PATH=$libdir "$folder/consumer" "$folder/usr/share/mintu/geodata"
man_pages=$(find "$folder/usr/share/man" -name 'mintu*.1' | wc -l)
[ "$man_pages" -ge 7 ]
"$folder/usr/bin/mintu" places --level prefecture --format csv | grep -q '^35'
