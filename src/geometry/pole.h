/* The pole of inaccessibility: the point of an area that is farthest from its edge. */
#ifndef GEOMETRY_POLE_H
#define GEOMETRY_POLE_H

#include "layer/shape.h"

/* Centre and radius of the largest circle inside the polygons of a shape, in the shape's own plane, to within @p tolerance.
 * *radius is 0 and xy untouched when the shape has no area. GEOS finds it (Garcia-Castellanos and Lombardo 2007). */
mintu_status mintu_shape_pole(mintu_context *context, const mintu_shape *shape, double tolerance, double xy[2], double *radius,
                              mintu_error *error);

#endif
