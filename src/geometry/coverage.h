/* Polygons made to fit: no gaps and no overlaps between neighbours. */
#ifndef GEOMETRY_COVERAGE_H
#define GEOMETRY_COVERAGE_H

#include "geometry/polygon.h"

/* Makes a coverage of polygons that should be one: all borders are noded together, each face goes to the polygon that covers
 * it (where several do, to the one with the longest border to the face; enclosed gaps likewise), then faces are dissolved.
 * Neighbours then share borders to the last vertex. */
mintu_status mintu_polygon_coverage(mintu_context *context, mintu_layer *layer, mintu_error *error);

#endif
