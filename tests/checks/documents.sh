#!/usr/bin/env bash
# README, --help and the manual name the same commands; every command shows two examples; README's files exist.
set -u
cd "$MINTU_SOURCE" || exit 1
failed=0
bad() {
    echo "$1"
    failed=1
}
while IFS= read -r command; do
    # shellcheck disable=SC2086
    help=$("$MINTU" $command --help) || bad "mintu $command --help fails"
    [ "$(sed -n '/^Examples:/,/^Exit status/p' <<<"$help" | grep -c '^  mintu ')" -ge 2 ] || bad "mintu $command --help shows fewer than two examples"
    page=$MINTU_BUILD/man/mintu-${command// /-}.1
    [ -s "$page" ] || bad "$page is missing"
    grep -q "\`$command" README.md || bad "README.md does not list the command '$command'"
    for option in $(grep -oE '^  (-.,|   ) --[a-z-]+' <<<"$help" | grep -oE '\-\-[a-z-]+'); do
        grep -qF -- "${option//-/\\-}" "$page" || bad "$page does not have $option"
    done
done < <("$MINTU" --help | sed -n '/^Commands:/,/^$/p' | sed -nE 's/^  ([a-z-]+( [a-z-]+)?)  +.*/\1/p')
grep -q './setup.sh maps' README.md && grep -q './setup.sh test' README.md || bad "README.md does not show both commands"
for name in $(grep -oE '"mintu:[a-z0-9-]+"' src/style/property.c | tr -d '"'); do
    grep -q "\`$name\`" README.md || bad "README.md does not name the icon or pattern '$name'"
done
for file in $(grep -oE '\]\([^)#]+\)' README.md | tr -d '()]' | grep -vE '^https?:'); do
    [ -e "$file" ] || bad "README.md links to $file, which is not there"
done
exit $failed
