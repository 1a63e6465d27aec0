#include "expression/suggest.h"

#include <string.h>

enum { NAME_MOST = 64 };

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* Levenshtein's distance. */
static size_t distance(const char *a, const char *b)
{
    size_t row[NAME_MOST + 1], width = strlen(b);
    for (size_t i = 0; i <= width; i++)
        row[i] = i;
    for (size_t line = 1; a[line - 1]; line++) {
        size_t corner = row[0];
        row[0] = line;
        for (size_t i = 1; i <= width; i++) {
            size_t above = row[i];
            size_t change = corner + (a[line - 1] != b[i - 1]);
            row[i] = least(change, least(above, row[i - 1]) + 1);
            corner = above;
        }
    }
    return row[width];
}

void mintu_suggestion_try(mintu_suggestion *suggestion, const char *candidate)
{
    size_t size = strlen(suggestion->name);
    if (size > NAME_MOST || strlen(candidate) > NAME_MOST)
        return;
    size_t off = distance(suggestion->name, candidate);
    if (off > size / 3 + 1 || (suggestion->best && off >= suggestion->distance))
        return;
    suggestion->best = candidate;
    suggestion->distance = off;
}
