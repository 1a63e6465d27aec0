#!/usr/bin/env bash
# The maps of styles/ speak one visual language.
set -u
exec python3 "$(dirname "$0")/styles.py"
