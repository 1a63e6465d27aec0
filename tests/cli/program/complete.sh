#!/usr/bin/env bash
# What bash puts where the cursor is, for lines that are split as bash splits them.
source "$MINTU_SOURCE/src/packaging/completion/mintu.bash"
compopt() { :; } # there is no line that is edited
mintu() { "$MINTU" "$@"; }
try() {
    COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)) COMPREPLY=()
    _mintu
    echo "$* : ${COMPREPLY[*]}"
}
touch one.json two.csv
try mintu geo
try mintu data und
try mintu render --orient
try mintu render --lang = e
try mintu render --lang ''
try mintu render on
