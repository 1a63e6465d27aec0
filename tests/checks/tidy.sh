#!/usr/bin/env bash
# clang-tidy of Debian 12 finds nothing in the sources (what it looks for: .clang-tidy). Long: minutes.
# One file per run: with several it takes each va_list but that of the first file for one that va_start() has not filled.
set -u
cd "$MINTU_SOURCE" || exit 1
clang-tidy --version 2>/dev/null | grep -q 'version 14\.' || exit 77
find src -name '*.c' -print0 | xargs -0 -P "$(nproc)" -n 1 clang-tidy -p "$MINTU_BUILD" --quiet --warnings-as-errors='*' 2>/dev/null
