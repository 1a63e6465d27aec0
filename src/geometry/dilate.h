/* Polygons grown to all sides. */
#ifndef GEOMETRY_DILATE_H
#define GEOMETRY_DILATE_H

#include "geometry/polygon.h"

/* Grows every polygon by a distance in degrees to all sides. */
mintu_status mintu_polygon_dilate(mintu_context *context, mintu_layer *layer, double degrees, mintu_error *error);

#endif
