#!/usr/bin/env bash
# Draws one scene, tests/scene/NAME.json (a style whose sources are inline), as PNG, SVG and PDF at 96 dpi, and compares with
# NAME.png and, where there is text, NAME.boxes (the words of the PDF and where they stand, in px).
#   run.sh NAME.json             compare           MINTU_SCENE_UPDATE=1 run.sh NAME.json   draw the references anew; look at them!
# NAME.probes, where there is one, holds pixels of known colour, by what the style specification says: X Y RRGGBB WHY per line. They
# hold in all three formats (8 of 255 off in the vector ones).
# The PNG's pixels must equal the reference's but for those of text; the vector formats are rasterised and may differ by a
# pixel's shift along edges. Options of `mintu render` stand in the style's metadata as "scene:options". A page should be a
# whole number of px: multiples of 6.35 mm are (25.4 mm are 96 px). "scene:status": N is the exit status expected, 0 without.
# "scene:without": FILE draws with the data package as it is before that file is built. The program's version is any version.
set -u
scene=$1
name=${scene%.json}
compare=$MINTU_BUILD/tests/scene_compare
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export LC_ALL=C.UTF-8 MINTU_DATA=$MINTU_GEODATA
failed=0
for tool in pdftoppm pdftotext rsvg-convert; do
    command -v "$tool" >/dev/null || { echo "$tool is not installed" >&2; exit 77; }
done
read -ra options < <(sed -nE 's/.*"scene:options": *"([^"]*)".*/\1/p' "$scene"; echo)
status=$(sed -nE 's/.*"scene:status": *([0-9]+).*/\1/p' "$scene")

without=$(sed -nE 's/.*"scene:without": *"([^"]*)".*/\1/p' "$scene")
if [ -n "$without" ]; then
    cp -r "$MINTU_GEODATA" "$folder/data"
    rm -f "$folder/data/$without"
    export MINTU_DATA=$folder/data
fi

bad() {
    printf '%s: %s\n' "$scene" "$1" >&2
    failed=1
}
for format in png svg pdf; do
    "$MINTU" render "$scene" --dpi 96 "${options[@]}" -o "$folder/a.$format" >/dev/null
    got=$?
    [ "$got" -eq "${status:-0}" ] || bad "render to $format ends with $got, expected ${status:-0}"
done
[ -s "$folder/a.pdf" ] && [ -s "$folder/a.svg" ] && [ -s "$folder/a.png" ] || exit 1

pdftotext -bbox "$folder/a.pdf" - | awk '
    /<word / { split($0, part, "\""); word = $0; sub(/^[^>]*>/, "", word); sub(/<\/word>.*/, "", word); gsub(/ /, "", word)
        sub(/^[0-9]+\.[0-9]+\.[0-9]+$/, "VERSION", word)
        printf "%.1f %.1f %.1f %.1f %s\n", part[2] * 4 / 3, part[4] * 4 / 3, part[6] * 4 / 3, part[8] * 4 / 3, word }' >"$folder/boxes"
pdftoppm -r 384 -png -singlefile "$folder/a.pdf" "$folder/pdf"
read -r width height < <(head -c 24 "$folder/a.png" | tail -c 8 | od -An -tu1 | awk '{ print $3 * 256 + $4, $7 * 256 + $8 }')
rsvg-convert -w "$width" -h "$height" -b white "$folder/a.svg" -o "$folder/svg.png" || bad "rsvg-convert refuses the SVG"

if [ -e "$name.probes" ]; then
    "$compare" probe "$folder/a.png" "$name.probes" || failed=1
    for picture in svg pdf; do "$compare" probe "$folder/$picture.png" "$name.probes" 8 || failed=1; done
fi
if [ -n "${MINTU_SCENE_UPDATE-}" ]; then
    cp "$folder/a.png" "$name.png"
    rm -f "$name.boxes"
    [ ! -s "$folder/boxes" ] || cp "$folder/boxes" "$name.boxes"
fi
[ -e "$name.png" ] || { bad "there is no reference; see the head of run.sh"; exit 1; }
touch "$folder/none"
boxes=$name.boxes
[ -e "$boxes" ] || boxes=$folder/none
"$compare" boxes "$boxes" "$folder/boxes" || failed=1
"$compare" same "$name.png" "$folder/a.png" "$boxes" || failed=1
"$compare" near "$name.png" "$folder/svg.png" "$boxes" || failed=1
"$compare" near "$name.png" "$folder/pdf.png" "$boxes" || failed=1
for picture in a svg; do "$compare" ink "$folder/$picture.png" "$boxes" || failed=1; done
[ "$failed" -eq 0 ] || [ -z "${MINTU_SCENE_KEEP-}" ] || cp "$folder"/*.png "$MINTU_SCENE_KEEP"
exit $failed
