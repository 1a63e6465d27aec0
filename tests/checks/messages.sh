#!/usr/bin/env bash
# Errors are born in one place, and none ends with a full stop or a line feed.
set -u
cd "$MINTU_SOURCE" || exit 1
failed=0
grep -nE 'mintu_fail(_at)?\(.*\.\\?n?"(,|\))' -r src --include=*.c && { echo "a message ends with a full stop or line feed"; failed=1; }
grep -nE '\berror->(text|status) *=' -r src --include=*.c | grep -vE '^src/(base/error|cli/)' && { echo "errors are filled by mintu_fail() alone"; failed=1; }
exit $failed
