/* Whose polygon is whose: names of polygons matched to county-level units. */
#ifndef GAZETTEER_BOUNDARY_NAMES_H
#define GAZETTEER_BOUNDARY_NAMES_H

#include "gazetteer/gazetteer_data.h"

/* Fields of the layer of polygons as they came, in this order. */
enum { MINTU_RAW_NAME, MINTU_RAW_FILE, MINTU_RAW_FIELDS };

/* The texts of a field; of every step-th row. */
typedef struct mintu_texts {
    const mintu_layer *layer;
    size_t field, count, step;
} mintu_texts;

/* How many of them are names or codes of units of the level. */
size_t mintu_boundary_fits(const mintu_gazetteer *gazetteer, const mintu_texts *texts, mintu_level level);

/* The date on which most of the names were official, the latest when several are equal. */
int mintu_boundary_date(const mintu_gazetteer *gazetteer, const mintu_layer *raw);

/* What became of every row. The arrays have room for all rows and are zero-initialised by the caller. */
typedef struct mintu_boundary_matches {
    int date;                  /* of the names, given */
    const mintu_place **units; /* NULL where none or several fit */
    char **texts;              /* on the heap: why a row has no unit; NULL where it has one */
} mintu_boundary_matches;

/* Matches rows to units. Same-named units are told apart by the prefecture of the other rows of the file, else by which of them
 * has its seat in the polygon; where the two disagree, the row has no unit. */
mintu_status mintu_boundary_match(mintu_context *context, const mintu_gazetteer *gazetteer, const mintu_layer *raw,
                                  mintu_error *error, mintu_boundary_matches *matches);

#endif
