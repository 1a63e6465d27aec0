#!/usr/bin/env bash
# mintu's verdicts on styles, and the expressions that it names for functions, against the specification's own npm package, which is
# fetched into MINTU_DOWNLOADS or ~/.cache/mintu. Ends with 77 where node, npm or the package are not to be had.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
folder=${MINTU_DOWNLOADS:-${XDG_CACHE_HOME:-$HOME/.cache}/mintu}/validator
for tool in node npm; do
    command -v "$tool" >/dev/null || {
        echo "validator.sh: $tool is not installed (Debian: nodejs, npm)" >&2
        exit 77
    }
done
mkdir -p "$folder"
if [ ! -d "$folder/node_modules/@maplibre/maplibre-gl-style-spec" ]; then
    npm install --prefix "$folder" --no-audit --no-fund --no-save --ignore-scripts @maplibre/maplibre-gl-style-spec@26.6.0 >&2 || {
        echo "validator.sh: the package could not be fetched" >&2
        exit 77
    }
fi
export MODULES=$folder/node_modules MINTU=${MINTU:?the program to test}
node "$here/functions.mjs"
node "$here/validator.mjs" -v
