/* Whose polygon is whose: names of polygons matched to county-level units. */
#ifndef GAZETTEER_BOUNDARY_NAMES_H
#define GAZETTEER_BOUNDARY_NAMES_H

#include "gazetteer/store.h"

/* Fields of the layer of polygons as they came, in this order. */
enum { MINTU_RAW_NAME, MINTU_RAW_FILE, MINTU_RAW_FIELDS };

/* The field of a file's layer that names units: @p wanted, or the first usual one that names county-level units in most of the
 * rows. MINTU_STATUS_INPUT with the fields that there are when none fits. */
mintu_status mintu_boundary_field(const mintu_gazetteer *gazetteer, const mintu_layer *layer, const char *wanted,
                                  const char *path, mintu_error *error, size_t *out);

/* The date on which most of the names were official, the latest when several are equal. */
int mintu_boundary_date(const mintu_gazetteer *gazetteer, const mintu_layer *raw);

/* The unit of every row, NULL where none or several fit. Same-named units are told apart by the prefecture of the other rows of
 * the file and by which of them has its seat in the polygon. *text (one per row, on the heap, NULL when matched) says why not. */
mintu_status mintu_boundary_match(mintu_context *context, const mintu_gazetteer *gazetteer, const mintu_layer *raw, int date,
                                  mintu_error *error, const mintu_place **units, char **texts);

#endif
