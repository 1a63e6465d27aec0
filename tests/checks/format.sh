#!/usr/bin/env bash
# Sources are as clang-format of Debian 12 leaves them; another version has other tastes.
set -u
cd "$MINTU_SOURCE" || exit 1
clang-format --version 2>/dev/null | grep -q 'version 14\.' || exit 77
find src include tests -name '*.[ch]' -print0 | xargs -0 clang-format --dry-run -Werror 2>&1 | grep 'error:' && exit 1
exit 0
