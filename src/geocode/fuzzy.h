/* Names that differ a little from those of the package: a character wrong, missing or too many, another one of the same sound,
 * or another type. Only for texts that are no name as they stand. */
#ifndef GEOCODE_FUZZY_H
#define GEOCODE_FUZZY_H

#include "geocode/parse.h"

typedef struct mintu_fuzzy mintu_fuzzy;

/* A normal form to look up. */
typedef struct mintu_fuzzy_query {
    const char *text; /* ends with NUL */
    bool latin;
    const mintu_parents *parents; /* that it must lie in */
} mintu_fuzzy_query;

/* Makes the tables of all names as of the index's date. */
mintu_status mintu_fuzzy_new(const mintu_index *index, mintu_error *error, mintu_fuzzy **out);
void mintu_fuzzy_free(mintu_fuzzy *fuzzy);

/* Adds the names that are near, of kind fuzzy. */
mintu_status mintu_fuzzy_find(mintu_fuzzy *fuzzy, const mintu_fuzzy_query *query, mintu_error *error, mintu_candidates *out);

#endif
