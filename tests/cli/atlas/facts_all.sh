#!/usr/bin/env bash
# What stands on the pages of all counties, against the commands.
set -eu
[ -n "${MINTU_GEODATA:-}" ] && command -v pdftotext >/dev/null || exit 77
export MINTU_DATA=$MINTU_GEODATA LC_ALL=C.UTF-8
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
printf '%s' '{"version": 8, "sources": {"c": {"type": "geojson", "data": "mintu:counties"}}, "metadata": {"mintu:layout": {"title": "{place}", "page": {"size": "297x210mm"}}}, "layers": [{"id": "c", "type": "fill", "source": "c", "paint": {"fill-color": "#eee"}}]}' >s.json
"$MINTU" atlas s.json -o all.pdf
python3 "$MINTU_SOURCE/tests/cli/atlas/facts.py" all.pdf
