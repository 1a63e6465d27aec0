/* "Did you mean": the nearest of a set of names. */
#ifndef EXPRESSION_SUGGEST_H
#define EXPRESSION_SUGGEST_H

#include <stddef.h>

/* Zero-initialise and set name. */
typedef struct mintu_suggestion {
    const char *name; /* as written */
    const char *best; /* the nearest so far, NULL when none is near enough */
    size_t distance;
} mintu_suggestion;

void mintu_suggestion_try(mintu_suggestion *suggestion, const char *candidate);

#endif
