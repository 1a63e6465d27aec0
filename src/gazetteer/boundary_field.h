/* Which field of a file of polygons names the units, and what is wrong with one that does not. */
#ifndef GAZETTEER_BOUNDARY_FIELD_H
#define GAZETTEER_BOUNDARY_FIELD_H

#include "gazetteer/gazetteer_data.h"

/* A file's layer, and its name in messages. */
typedef struct mintu_polygon_file {
    const mintu_layer *layer;
    const char *path;
} mintu_polygon_file;

/* The field that names units: @p wanted, or the first usual one that names county-level units in most of the rows. MINTU_STATUS_INPUT with
 * the fields that there are, and what they hold, when there is none. */
mintu_status mintu_boundary_field(const mintu_gazetteer *gazetteer, const mintu_polygon_file *file, const char *wanted,
                                  mintu_error *error, size_t *out);

/* How many rows of the field are county-level units; 0 where more are units of another level. */
size_t mintu_boundary_field_fits(const mintu_gazetteer *gazetteer, const mintu_polygon_file *file, size_t field);

/* MINTU_STATUS_INPUT: what the field holds instead of county-level units, and which field fits. */
mintu_status mintu_boundary_field_fail(const mintu_gazetteer *gazetteer, const mintu_polygon_file *file, size_t field,
                                       mintu_error *error);

#endif
