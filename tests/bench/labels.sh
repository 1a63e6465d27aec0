#!/usr/bin/env bash
# How many labels mintu and other programs place on the same page (A4, 300 dpi, 1:2,381,000) from the same data, at the same sizes:
#   labels.sh PEERS_FOLDER
# PEERS_FOLDER holds mapserver.map.in, mapnik-map.xml.in and qgis-render.py; programs that are not installed are left out. 85 counties and
# 821 points are wanted. MapServer's labels are counted by colour (each feature gets its own), Mapnik's by the letters in an SVG,
# QGIS counts its own. It judges nothing; of mintu's labels it also prints how many meet another or a symbol.
set -euo pipefail
peers=$(realpath "$1")
source=$(cd "$(dirname "$0")/../.." && pwd)
mintu=${MINTU:-$source/build/mintu}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
"$source/tests/bench/labels-data.sh" "$folder"

cp "$source/tests/bench/labels.json" .
"$mintu" render labels.json -o labels.png --report report.json >labels.log 2>&1 || true
read -r ours counties overlaps < <(python3 -c '
import json
report = json.load(open("report.json"))
placed = {layer["layer"]: layer["placed"] for layer in report["layers"]}
print(report["placed"], placed["county-names"], report["overlaps"])')
printf '%-10s %4d of 906 labels, %2d of 85 counties, %d overlaps\n' mintu "$ours" "$counties" "$overlaps"

tell() { # NAME POINTS COUNTIES
    printf '%-10s %4d of 906 labels, %2d of 85 counties; mintu places %s × as many\n' "$1" $(($2 + $3)) "$3" \
        "$(awk "BEGIN {printf \"%.2f\", $ours / ($2 + $3)}")"
}
if command -v map2img >/dev/null; then
    echo "cjk /usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc" >fonts.txt
    sed "s|@GPKG@|$folder/map.gpkg|; s|@DIR@|$folder|; s/LABEL\(.*\)COLOR [0-9]* [0-9]* [0-9]* OUTLINE/LABEL\1COLOR [colour] OUTLINE/" \
        "$peers/mapserver.map.in" >mapserver.map
    map2img -m mapserver.map -o mapserver.png
    read -r points polygons < <(python3 "$source/tests/bench/labels-count.py" colours mapserver.png map.gpkg)
    tell MapServer "$points" "$polygons"
fi
if /usr/bin/python3 -c 'import mapnik' 2>/dev/null; then
    sed "s|@GPKG@|$folder/map.gpkg|" "$peers/mapnik-map.xml.in" >mapnik.xml
    /usr/bin/python3 -c '
import mapnik
mapnik.register_fonts("/usr/share/fonts/opentype/noto")
page = mapnik.Map(2480, 3508)
mapnik.load_map(page, "mapnik.xml")
page.zoom_all()
mapnik.render_to_file(page, "mapnik.svg", "svg")' 2>/dev/null
    read -r points polygons < <(python3 "$source/tests/bench/labels-count.py" letters mapnik.svg 22 30)
    tell Mapnik "$points" "$polygons"
fi
if /usr/bin/python3 -c 'import qgis.core' 2>/dev/null; then
    QT_QPA_PLATFORM=offscreen /usr/bin/python3 "$peers/qgis-render.py" map.gpkg qgis.png 2>/dev/null >qgis.log
    read -r points polygons < <(sed -nE "s/.*'counties': ([0-9]+).*'towns': ([0-9]+).*/\2 \1/p" qgis.log)
    tell QGIS "$points" "$polygons"
fi
