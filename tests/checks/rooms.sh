#!/usr/bin/env bash
# Rooms, their order, headers and names.
set -u
exec python3 "$(dirname "$0")/rooms.py"
