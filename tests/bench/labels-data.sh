#!/usr/bin/env bash
# The reference page's data for labels.sh and render.sh: labels-data.sh FOLDER. Writes FOLDER/map.gpkg with counties, prefectures and
# towns (821 points: all places with a point of their own, and a few with their county's), each with a `name`, and a `colour` of its
# own that stands on no map otherwise; and counties.gpkg, prefectures.gpkg, labelled.gpkg with one layer each.
set -euo pipefail
mintu=${MINTU:-$(cd "$(dirname "$0")/../.." && pwd)/build/mintu}
cd "$1"
for layer in counties prefectures places; do "$mintu" export "$layer" -o "$layer.gpkg"; done
# An exact multiple of 4 plus 2 per channel: no colour of the peers' maps.
colour() { printf "printf('#%%02x%%02x%%02x', (n + %d) / 1024 * 16 + 10, (n + %d) / 32 %% 32 * 4 + 2, (n + %d) %% 32 * 4 + 2) AS colour" "$1" "$1" "$1"; }
ogr2ogr -q -nln counties -dialect SQLite -sql "SELECT geom, name, $(colour 0) FROM (SELECT *, ROW_NUMBER() OVER () AS n FROM counties)" \
    map.gpkg counties.gpkg
ogr2ogr -q -update map.gpkg prefectures.gpkg prefectures
ogr2ogr -q -nln labelled -dialect SQLite -sql "SELECT geom, name FROM (SELECT geom, name, code, CASE WHEN level <> 'township' THEN 0
    WHEN precision = 'town' THEN 1 ELSE 2 END AS kind FROM places WHERE precision <> 'prefecture' OR level <> 'township'
    ORDER BY kind, code LIMIT 821)" labelled.gpkg places.gpkg
ogr2ogr -q -update -nln towns -dialect SQLite -sql "SELECT geom, name, $(colour 2000) FROM (SELECT *, ROW_NUMBER() OVER () AS n FROM labelled)" \
    map.gpkg labelled.gpkg
