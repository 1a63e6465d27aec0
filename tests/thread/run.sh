#!/usr/bin/env bash
# Four threads at once, in the locale of the environment, and in two whose numbers and letters are others (a decimal comma; an i without
# its dot as the small letter of I), which are made here.
set -u
program=$MINTU_BUILD/tests/threads
"$program" || exit 1
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
for locale in de_DE tr_TR; do
    localedef -i $locale -f UTF-8 "$folder/$locale.UTF-8" 2>/dev/null || { echo "no locale $locale can be made (Debian: locales)"; exit 77; }
    LOCPATH=$folder "$program" $locale.UTF-8 || exit 1
done
