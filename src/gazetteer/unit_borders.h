/* Borders of units as lines. */
#ifndef GAZETTEER_UNIT_BORDERS_H
#define GAZETTEER_UNIT_BORDERS_H

#include "gazetteer/gazetteer_data.h"
#include "geometry/polygon.h"

/* A layer of borders: of which level's units, and which of their borders. */
typedef struct mintu_borders {
    const char *name;
    mintu_level level;
    mintu_border_kind kind;
} mintu_borders;

enum { MINTU_BORDERS = 4 };
extern const mintu_borders mintu_borders_layers[MINTU_BORDERS];

/* Makes the lines from the polygons of the level's units. */
mintu_status mintu_borders_make(mintu_context *context, const mintu_gazetteer *gazetteer, const mintu_borders *what,
                                const mintu_layer *units, mintu_error *error, mintu_layer **out);

/* The layer as of a date: read where set-up has made it, else made from the units of that date. */
mintu_status mintu_borders_load(mintu_context *context, const mintu_gazetteer *gazetteer, const mintu_borders *what, int date,
                                mintu_error *error, mintu_layer **out);

#endif
