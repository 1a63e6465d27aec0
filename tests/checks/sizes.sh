#!/usr/bin/env bash
# Files of at most 800 lines, functions of at most 80, at most 6 parameters besides the context, the error and what comes out.
set -u
cd "$MINTU_SOURCE" || exit 1
failed=0
while read -r lines file; do
    [ "$file" = total ] || [ "$lines" -le 800 ] || { echo "$file: $lines lines, at most 800"; failed=1; }
done < <(find src include -name '*.[ch]' -print0 | xargs -0 wc -l)
# A definition begins in column 0, its brace stands alone in column 0, and so does the brace that ends it.
find src -name '*.c' -print0 | xargs -0 awk '
    FNR == 1 { head = ""; inside = 0 }
    /^[a-z].*[(]/ && !inside { head = $0; next }
    head != "" && !inside && /^[ \t]/ { head = head " " $0 }
    /^[{]$/ && head != "" { inside = 1; start = FNR
        name = head; sub(/[(].*/, "", name); sub(/.*[ *]/, "", name)
        list = head; sub(/^[^(]*[(]/, "", list)
        gsub(/(const )?(mintu_context [*]context|mintu_error [*]error|void [*]user|[a-z_]+ [*]+out)(, |[)])/, "", list)
        sub(/, *$/, "", list)
        commas = gsub(/,/, ",", list)
        if (commas > 5) { print FILENAME ": " name "() has " commas + 1 " parameters, at most 6"; bad = 1 } }
    /^[}]/ && inside { if (FNR - start - 1 > 80) { print FILENAME ": " name "() has " FNR - start - 1 " lines, at most 80"; bad = 1 }
        inside = 0; head = "" }
    /;[ \t]*$/ && !inside { head = "" }
    END { exit bad }' || failed=1
exit $failed
