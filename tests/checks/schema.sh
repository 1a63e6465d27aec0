#!/usr/bin/env bash
# styles/mintu-layout.schema.json and the program agree on what a print block may hold.
set -u
python3 -c 'import jsonschema' 2>/dev/null || { echo "python3-jsonschema is not installed" >&2; exit 77; }
exec python3 "$(dirname "$0")/schema.py"
