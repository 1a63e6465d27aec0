/* The word that was probably meant by one that is none. */
#ifndef CONSOLE_NEAR_WORD_H
#define CONSOLE_NEAR_WORD_H

#include <stddef.h>

/* How many characters must be put in, taken out, replaced or swapped with the next one to make @p other of @p one: the optimal string
 * alignment distance, of bytes. Words of more than 40 bytes are as far as they are long. */
size_t cli_word_distance(const char *one, const char *other);

/* Of several words one after the other: keeps the nearest so far, begun as zero. */
typedef struct cli_near {
    const char *word; /* NULL: none is near enough */
    size_t distance;
} cli_near;

/* Looks at one more word: near enough is a third of the longer one, or one that begins with at least two bytes of @p typed. */
void cli_near_add(cli_near *near, const char *typed, const char *word);

#endif
