#!/usr/bin/env bash
# Runs one case file. Lines of a case:
#   # comment            $ COMMAND (bash, in an empty folder; `mintu` is the program; several are run in order)
#   ? N  exit code of the last command (0 when absent)     = N  number of lines on its standard output
#   > ERE  a line of standard output matches               < ERE  no line of standard output matches
#   ! ERE  a line of standard error matches                @ NEEDS  skipped unless the command NEEDS succeeds
set -u
case_file=$(realpath -- "$1")
[ -r "$case_file" ] || {
    echo "$0: no case file: $case_file" >&2
    exit 1
}
folder=$(mktemp -d)
trap 'chmod -R u+w "$folder"; rm -rf "$folder"' EXIT
cd "$folder" || exit 1
mintu() { "$MINTU" "$@"; }
export -f mintu
export MINTU_DATA=$MINTU_GEODATA LC_ALL=C.UTF-8
unset CI # no lines of progress among what is compared
exit_code=0 expected=0 failures=0

fail() {
    printf '%s: %s\n' "$case_file" "$1" >&2
    failures=$((failures + 1))
}

# grep -qE, without a process for each of some thousand questions where the text is short.
matches() { # FILE ERE
    local said
    mapfile -t -n 201 said <"$1" 2>/dev/null
    [[ '' =~ $2 ]] # 2: grep takes some brackets as they stand where regcomp() refuses them
    if [ $? -eq 2 ] || [ ${#said[@]} -gt 200 ]; then
        grep -qE -- "$2" "$1"
        return
    fi
    for said in "${said[@]}"; do
        [[ $said =~ $2 ]] && return 0
    done
    return 1
}

while IFS= read -r line || [ -n "$line" ]; do
    text=${line:2}
    case $line in
    '# '* | '') ;;
    '@ '*) bash -c "$text" >/dev/null 2>&1 || exit 77 ;;
    '$ '*)
        [ "$exit_code" -eq "$expected" ] || fail "exit code $exit_code, expected $expected"
        expected=0
        bash -c "$text" >"$folder.out" 2>"$folder.err" </dev/null
        exit_code=$?
        ;;
    '? '*) expected=$text ;;
    '= '*) [ "$(wc -l <"$folder.out")" -eq "$text" ] || fail "$(wc -l <"$folder.out") lines on standard output, expected $text" ;;
    '> '*) matches "$folder.out" "$text" || fail "no line of standard output matches: $text" ;;
    '< '*) ! matches "$folder.out" "$text" || fail "a line of standard output matches: $text" ;;
    '! '*) matches "$folder.err" "$text" || fail "no line of standard error matches: $text" ;;
    *) fail "line not understood: $line" ;;
    esac
done <"$case_file"
[ "$exit_code" -eq "$expected" ] || fail "exit code $exit_code, expected $expected"
if [ "$failures" -gt 0 ]; then
    echo "-- standard output of the last command" >&2
    head -20 "$folder.out" >&2
    echo "-- standard error of the last command" >&2
    head -20 "$folder.err" >&2
fi
rm -f "$folder.out" "$folder.err"
[ "$failures" -eq 0 ]
