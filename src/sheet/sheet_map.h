/* The small map of a sheet: the counties and places that an agency's tasks name. */
#ifndef SHEET_SHEET_MAP_H
#define SHEET_SHEET_MAP_H

#include "canvas/canvas.h"
#include "task/sheet_rows.h"

/* What the map shows, and how many. */
typedef struct mintu_sheet_map {
    mintu_layer *counties;
    mintu_member *places; /* named by a task of the agency, or on a roster that one names */
    size_t count, towns;
} mintu_sheet_map;

mintu_status mintu_sheet_map_make(const mintu_matrix *matrix, const char *agency, mintu_error *error, mintu_sheet_map *out);
void mintu_sheet_map_free(mintu_sheet_map *map);

/* Draws it into the box, as large as it fits, at its right. */
mintu_status mintu_sheet_map_draw(const mintu_sheet_map *map, const mintu_matrix *matrix, mintu_canvas *canvas,
                                  const mintu_box *box, mintu_error *error);

#endif
