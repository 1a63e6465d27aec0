/* Positions, lengths and areas on the ellipsoid WGS 84: Karney (2013), Algorithms for geodesics, through PROJ's geodesic.h. */
#ifndef GEOMETRY_MEASURE_H
#define GEOMETRY_MEASURE_H

#include "layer/shape.h"

bool mintu_is_position(const double lonlat[2]); /* degrees, of longitude up to two turns; false for NaN */

double mintu_geodesic_distance(double lon1, double lat1, double lon2, double lat2); /* metres */
double mintu_shape_area(const mintu_shape *shape);                                  /* square metres, holes taken out */

/* A position in metres from the centre of the Earth, and the length of the chord between two: as long as the geodesic to a
 * millionth over a hundred kilometres, never longer, and far cheaper. */
void mintu_space_from_degrees(const double lonlat[2], double out[3]);
double mintu_space_chord(const double a[3], const double b[3]);

/* Back to the surface: the position above or below which a point lies. */
void mintu_space_to_degrees(const double at[3], double lonlat[2]);

/* Adds the geodesic between two positions to the last part of a shape, cut into pieces of 2 km at most, whose chords lie 8 cm
 * under their arcs at most: the points between, and the end. Nothing when both are one place. */
mintu_status mintu_shape_geodesic(mintu_shape *shape, const double from[2], const double to[2], mintu_error *error);

#endif
