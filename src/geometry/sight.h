/* Whether a straight line stays on land. */
#ifndef GEOMETRY_SIGHT_H
#define GEOMETRY_SIGHT_H

#include "layer/shape.h"

typedef struct mintu_sight mintu_sight;

/* Prepares the polygons, repaired and united, grown by @p margin degrees, as coasts are generalised, less the barriers (polygons
 * and lines; NULL: none). In the strip by which the land is grown a barrier is wider, so that no way leads round its end. */
mintu_status mintu_sight_new(mintu_context *context, const mintu_layer *land, const mintu_layer *barriers, double margin,
                             mintu_error *error, mintu_sight **out);
void mintu_sight_free(mintu_sight *sight);

mintu_context *mintu_sight_context(const mintu_sight *sight);

/* The land as polygons, as it was made. */
mintu_status mintu_sight_land(const mintu_sight *sight, mintu_shape *out, mintu_error *error);

/* The parts of a line that are on land. */
mintu_status mintu_sight_cut(const mintu_sight *sight, const mintu_shape *line, mintu_shape *out, mintu_error *error);

/* True when all of the line between two positions in degrees is on land. */
mintu_status mintu_sight_clear(const mintu_sight *sight, const double from[2], const double to[2], mintu_error *error,
                               bool *out);

/* True when no barrier is in the way between two positions, be they on land or not. */
mintu_status mintu_sight_unbarred(const mintu_sight *sight, const double from[2], const double to[2], mintu_error *error,
                                  bool *out);

#endif
