#!/usr/bin/env bash
# Files of at most 400 lines, functions of at most 60, the middle one of at most 12 and nine in ten of at most 25; besides the
# context, the error, what a caller hands through and what comes out at most 6 parameters, and at most 4 for 97 in 100.
set -u
cd "$MINTU_SOURCE" || exit 1
failed=0
while read -r lines file; do
    [ "$file" = total ] || [ "$lines" -le 400 ] || { echo "$file: $lines lines, at most 400"; failed=1; }
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
        functions++; wide += commas > 3
        if (commas > 5) { print FILENAME ": " name "() has " commas + 1 " parameters, at most 6"; bad = 1 } }
    /^[}]/ && inside { lines = FNR - start - 1; of[lines]++
        if (lines > 60) { print FILENAME ": " name "() has " lines " lines, at most 60"; bad = 1 }
        inside = 0; head = "" }
    /;[ \t]*$/ && !inside { head = "" }
    END { for (lines = 0; seen < functions / 2; lines++) seen += of[lines]
        if (lines - 1 > 12) { print "the middle function has " lines - 1 " lines, at most 12"; bad = 1 }
        for (; seen < functions * 0.9; lines++) seen += of[lines]
        if (lines - 1 > 25) { print "nine in ten functions have up to " lines - 1 " lines, at most 25"; bad = 1 }
        if (wide > functions * 0.03) { print wide " of " functions " functions have more than 4 parameters, at most 3 in 100"; bad = 1 }
        exit bad }' || failed=1
exit $failed
