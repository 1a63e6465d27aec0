/* Lengths and areas on the ellipsoid WGS 84: Karney (2013), Algorithms for geodesics, through PROJ's geodesic.h. */
#ifndef GEOMETRY_MEASURE_H
#define GEOMETRY_MEASURE_H

#include "layer/shape.h"

double mintu_geodesic_distance(double lon1, double lat1, double lon2, double lat2); /* metres */
double mintu_shape_area(const mintu_shape *shape);                                  /* square metres, holes taken out */

#endif
