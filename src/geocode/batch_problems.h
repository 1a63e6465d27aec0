/* What is wrong in rows of a file of names, and in its review file. */
#ifndef GEOCODE_BATCH_PROBLEMS_H
#define GEOCODE_BATCH_PROBLEMS_H

#include "base/array.h"

#include <mintu/batch.h>

/* The first problems, and how many there are. Zero-initialise. */
typedef struct mintu_problems {
    mintu_batch_problem items[MINTU_BATCH_PROBLEMS];
    char *texts[MINTU_BATCH_PROBLEMS]; /* source and text of each, in one piece */
    size_t count, total;
} mintu_problems;

typedef struct mintu_spot {
    const char *source;
    size_t line, column;
} mintu_spot;

/* False when memory ran out. */
bool mintu_problems_add(mintu_problems *problems, mintu_spot spot, const char *format, ...) MINTU_PRINTF(3, 4);
void mintu_problems_free(mintu_problems *problems);

#endif
