/* The fallback when no county polygons have been built. */
#ifndef GAZETTEER_SCHEMATIC_H
#define GAZETTEER_SCHEMATIC_H

#include "gazetteer/store.h"

/* Polygons with a field `code` of county-level units: Voronoi cells of the towns' points, cut to the land that is not a
 * neighbour's, one row per unit. */
mintu_status mintu_schematic_polygons(mintu_context *context, const mintu_gazetteer *gazetteer, int date, mintu_error *error,
                                      mintu_layer **out);

extern const char mintu_schematic_note[]; /* what maps and tables must say about it */

#endif
