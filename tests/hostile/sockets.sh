#!/usr/bin/env bash
# Every example of the manual pages, and commands of each kind, traced: none opens a socket of a network. Ends with 77, and says
# so, where tracing is not at hand or denied.
set -u
command -v strace >/dev/null && strace -f -e trace=network true 2>/dev/null || {
    echo "tracing is not possible here, so that sockets were not looked for"
    exit 77
}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder" || exit 1
export MINTU_DATA=$folder/package PROJ_NETWORK=ON
cp -r "$MINTU_GEODATA" package
cp -r "$MINTU_STYLES" styles
cp "$MINTU_SOURCE/tests/data/notice-second.txt" notice.txt
cp -r package my-province
mkdir amap
"$MINTU" export counties -o amap/counties.geojson --quiet
"$MINTU" export counties -o survey-2024.geojson --quiet
"$MINTU" export greenways -o survey.gpkg --quiet
"$MINTU" export greenways -o new4.gpkg --quiet
"$MINTU" places --pilot town -o towns.csv --quiet
cp towns.csv points.csv
printf '县,乡镇\n安溪县,龙门镇\n' >list.csv
count=0 failed=0

traced() { # WORD…
    strace -f -qq -e trace=socket,connect -o trace "$MINTU" "$@" >/dev/null 2>&1 </dev/null
    local code=$?
    count=$((count + 1))
    if grep -qE 'AF_INET' trace; then
        echo "mintu $*: $(grep -m1 AF_INET trace)"
        failed=1
    fi
    case $code in 0 | 1 | 3) ;; *) echo "mintu $*: ended with $code"; failed=1 ;; esac
}

examples() { # the lines of the manual pages, as a shell reads them
    local page
    for page in "" places geocode reverse scan tasks join explain notice quota summary classify greenway render export \
        "style check" "style eval" "data check" "data import-boundaries" "data import-roster" "data import-points" "data set" "data log" "data undo"; do
        # shellcheck disable=SC2086
        "$MINTU" help $page 2>/dev/null | sed -nE 's/^  mintu (.*)/\1/p' | grep -v '^COMMAND'
    done
}

while IFS= read -r line; do
    line=${line//survey-2024.shp/survey-2024.geojson}
    line=${line//towns.xlsx/list.csv}
    line=${line%% && *}
    eval "traced $line"
done < <(examples | sort -u)
for format in geojson gpkg csv xlsx fgb; do traced export pilots -o "pilots.$format"; done
for format in geojson gpkg xlsx fgb; do traced summary --layer "./pilots.$format" --rows county; done
for format in png svg pdf; do traced render styles/greenway.json --crs EPSG:4509 -o "map.$format"; done
traced --version
echo "$count commands traced"
[ "$count" -ge 40 ] || failed=1
exit $failed
