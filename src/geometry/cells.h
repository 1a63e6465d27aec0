/* Cells of points: each place of a land belongs to the nearest one. */
#ifndef GEOMETRY_CELLS_H
#define GEOMETRY_CELLS_H

#include "geometry/polygon.h"

/* Voronoi cells of a point layer, clipped to the polygons of @p outline, with all fields of the points. */
mintu_status mintu_polygon_cells(mintu_context *context, const mintu_layer *points, const mintu_layer *outline,
                                 mintu_error *error, mintu_layer **out);

#endif
