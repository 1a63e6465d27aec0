#!/usr/bin/env bash
# Errors are born in one place, and none ends with a full stop or a line feed. Only the program knows its options.
set -u
cd "$MINTU_SOURCE" || exit 1
failed=0
grep -nE 'mintu_fail(_at)?\(.*\.\\?n?"(,|\))' -r src --include=*.c && { echo "a message ends with a full stop or line feed"; failed=1; }
grep -nE '\berror->(text|status) *=' -r src --include=*.c | grep -vE '^src/(base/error|console/|build/|cli/)' && { echo "errors are filled by mintu_fail() alone"; failed=1; }
grep -nE '"[^"]*--[a-z]' -r src --include=*.[ch] | grep -vE '^src/(console|build|cli)/' && { echo "the library's messages name no option of the program: see src/console/hint.c"; failed=1; }
while read -r said; do
    grep -rqF -- "$said" src --include=*.c --exclude-dir=cli --exclude-dir=build --exclude-dir=console || { echo "src/console/hint.c: no message says \"$said\""; failed=1; }
done < <(sed -nE 's/^    \{N_\("([^"]*)"\), .*/\1/p' src/console/hint.c)
exit $failed
