#!/usr/bin/env bash
# Has MapLibre GL JS draw the styles that have no picture yet, or those that are named: refresh.sh [NAME...]
# Needs Debian's chromium, nodejs and npm; the two packages are fetched into MINTU_DOWNLOADS or ~/.cache/mintu.
# MINTU_WEB_STYLES is another folder of styles than styles/.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
folder=${MINTU_DOWNLOADS:-${XDG_CACHE_HOME:-$HOME/.cache}/mintu}/web
for tool in node npm "${CHROMIUM:-chromium}"; do
    command -v "$tool" >/dev/null || {
        echo "refresh.sh: $tool is not installed (Debian: chromium, nodejs, npm)" >&2
        exit 3
    }
done
mkdir -p "$folder"
if [ ! -d "$folder/node_modules/puppeteer-core" ]; then
    npm install --prefix "$folder" --no-audit --no-fund --no-save --ignore-scripts maplibre-gl@6.17.0 puppeteer-core@24 >&2
fi
MODULES=$folder/node_modules CHROMIUM=$(command -v "${CHROMIUM:-chromium}") node "$here/refresh.mjs" "$@"
