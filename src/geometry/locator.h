/* Which polygon of a layer holds a point. */
#ifndef GEOMETRY_LOCATOR_H
#define GEOMETRY_LOCATOR_H

#include "geometry/polygon.h"

mintu_status mintu_locator_new(mintu_context *context, const mintu_layer *polygons, mintu_error *error, mintu_locator **out);

/* The same over rows of this room (polygon_rows.h), which it takes over, also when it fails. */
struct mintu_polygon_rows;
mintu_status mintu_locator_over(mintu_context *context, struct mintu_polygon_rows *rows, mintu_error *error,
                                mintu_locator **out);

void mintu_locator_free(mintu_locator *locator);

/* Row of the polygon that holds the point in degrees, or -1; of two neighbours that touch at it, the first row. */
mintu_status mintu_locator_find(mintu_locator *locator, double lon, double lat, long *row, mintu_error *error);

#endif
