/* Distances in metres between near places in degrees, after Mapbox's cheap-ruler (ISC licence): the ellipsoid's radii of
 * curvature at one latitude, taken as constant around it. Off by less than 0.1 % over a few hundred kilometres. */
#ifndef EXPRESSION_CHEAP_RULER_H
#define EXPRESSION_CHEAP_RULER_H

typedef struct mintu_ruler {
    double kx, ky; /* metres to a degree of longitude and of latitude */
} mintu_ruler;

mintu_ruler mintu_ruler_at(double latitude);

double mintu_ruler_distance(const mintu_ruler *ruler, const double a[2], const double b[2]);

/* From a point to the segment from a to b. */
double mintu_ruler_to_segment(const mintu_ruler *ruler, const double point[2], const double a[2], const double b[2]);

#endif
