/* Whether a straight line stays on land. */
#ifndef GEOMETRY_SIGHT_H
#define GEOMETRY_SIGHT_H

#include <mintu/layer.h>

typedef struct mintu_sight mintu_sight;

/* Prepares the polygons, repaired and united, grown by @p margin degrees, as coasts are generalised, less the barriers (polygons
 * and lines; NULL: none). In the strip by which the land is grown a barrier is wider, so that no way leads round its end. */
mintu_status mintu_sight_new(mintu_context *context, const mintu_layer *land, const mintu_layer *barriers, double margin,
                             mintu_error *error, mintu_sight **out);
void mintu_sight_free(mintu_sight *sight);

/* True when all of the line between two positions in degrees is on land. */
mintu_status mintu_sight_clear(const mintu_sight *sight, const double from[2], const double to[2], mintu_error *error,
                               bool *out);

#endif
