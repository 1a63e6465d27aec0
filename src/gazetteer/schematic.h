/* The fallback when no county polygons have been built. */
#ifndef GAZETTEER_SCHEMATIC_H
#define GAZETTEER_SCHEMATIC_H

#include "gazetteer/unit_polygons.h"

/* What was made for a date, kept because a map asks for the same polygons several times and making them takes a second. */
struct mintu_schematic {
    int date;
    mintu_layer *levels[MINTU_LEVEL_TOWNSHIP];
};
void mintu_schematic_clear(mintu_schematic *schematic);

/* Polygons with a field `code` of units of the query's level: Voronoi cells of the towns' points, cut to the land that is not a
 * neighbour's, one row per unit. Borrowed from the gazetteer until another date is asked for. */
mintu_status mintu_schematic_polygons(mintu_context *context, const mintu_gazetteer *gazetteer, const mintu_units_query *query,
                                      mintu_error *error, const mintu_layer **out);

extern const char mintu_schematic_note[]; /* what maps and tables must say about it */

#endif
