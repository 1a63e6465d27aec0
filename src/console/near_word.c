#include "console/near_word.h"

#include <stdbool.h>
#include <string.h>

enum { LONGEST = 40 };

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* Three rows of the table are enough: a swap looks two back. */
size_t cli_word_distance(const char *one, const char *other)
{
    size_t rows = strlen(one), columns = strlen(other);
    size_t table[3][LONGEST + 1];
    if (rows > LONGEST || columns > LONGEST)
        return rows > columns ? rows : columns;
    for (size_t j = 0; j <= columns; j++)
        table[0][j] = j;
    for (size_t i = 1; i <= rows; i++) {
        size_t *now = table[i % 3];
        const size_t *last = table[(i + 2) % 3], *before = table[(i + 1) % 3];
        now[0] = i;
        for (size_t j = 1; j <= columns; j++) {
            now[j] = least(least(last[j], now[j - 1]) + 1, last[j - 1] + (one[i - 1] != other[j - 1]));
            if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                now[j] = least(now[j], before[j - 2] + 1);
        }
    }
    return table[rows % 3][columns];
}

void cli_near_add(cli_near *near, const char *typed, const char *word)
{
    size_t size = strlen(typed), length = strlen(word), longer = size > length ? size : length;
    size_t distance = cli_word_distance(typed, word);
    bool begins = size >= 2 && strncmp(typed, word, size) == 0;
    if (distance * 3 > longer && !begins)
        return;
    if (!near->word || distance < near->distance)
        *near = (cli_near){word, distance};
}
