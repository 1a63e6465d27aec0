#!/usr/bin/env bash
# Every source stands in its folder's list, every public header in mintu.h, every command has cases.
set -u
cd "$MINTU_SOURCE" || exit 1
failed=0
for file in src/*/*.c; do
    grep -qw -- "$(basename "$file")" "$(dirname "$file")/CMakeLists.txt" || { echo "$file is not in $(dirname "$file")/CMakeLists.txt"; failed=1; }
done
for header in include/mintu/*.h; do
    name=$(basename "$header")
    [ "$name" = mintu.h ] || grep -qx "#include <mintu/$name>" include/mintu/mintu.h || { echo "$header is not in mintu.h"; failed=1; }
    [ "$name" = mintu.h ] || [ -e "tests/api/test_${name%.h}.c" ] || { echo "$header has no tests/api/test_${name%.h}.c"; failed=1; }
done
for command in src/cli/cmd_*.c; do
    name=$(basename "$command" .c)
    name=${name#cmd_}
    compgen -G "tests/cli/$name/*.case" >/dev/null || { echo "$command has no tests/cli/$name/*.case"; failed=1; }
done
# What a command does with each file that it is given is in its table, for the guard against reading what is written.
for command in src/cli/cmd_*.c; do
    for option in $(sed -nE 's/.*\{"([a-z-]+)", [^,]+, "(FILE|DIR)[^"]*".*/\1/p' "$command"); do
        case $option in output | data) continue ;; esac
        grep -q "{\"$option\", CLI_" "$command" || { echo "$command: .files does not have --$option"; failed=1; }
    done
    ! grep -qE '\.operands = "\[?(FILE|STYLE)' "$command" || grep -q '{"", CLI_' "$command" || { echo "$command: .files does not have the operands"; failed=1; }
done
exit $failed
