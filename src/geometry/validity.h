/* Where a projection is valid: windows of longitude and latitude about its middle meridian, and for some a cap of the earth, all that
 * lies within some degrees of a place. Geometry is cut to it before it is projected. */
#ifndef GEOMETRY_VALIDITY_H
#define GEOMETRY_VALIDITY_H

#include "geometry/projection.h"

#include <stdbool.h>
#include <stddef.h>

enum { MINTU_WINDOWS = 6 };

typedef struct mintu_validity {
    double middle;                    /* longitudes of the windows lie within 180 degrees of it */
    double windows[MINTU_WINDOWS][4]; /* west, south, east, north */
    size_t window_count;
    bool capped;
    double centre[2]; /* of the cap */
    double radius;    /* of the cap, degrees of a great circle */
} mintu_validity;

/* @p about is where the map is; a transverse Mercator, and what is not known by its kind, is valid around it. */
mintu_status mintu_validity_of(mintu_projection *projection, const double about[2], mintu_error *error, mintu_validity *out);

/* Whether a place lies where the projection is valid. */
bool mintu_validity_holds(const mintu_validity *validity, double lon, double lat);

/* Moves a place into where the projection is valid, if it lies outside. */
void mintu_validity_clamp(const mintu_validity *validity, double lonlat[2]);

/* Writes the edge of the cap as a ring of MINTU_CAP_EDGE places in degrees, the last of which is the first. */
enum { MINTU_CAP_EDGE = 361 };
void mintu_validity_cap_edge(const mintu_validity *validity, double lonlat[2 * MINTU_CAP_EDGE]);

/* How much of an extent (west, south, east, north) is valid, by area: 0 to 1. */
double mintu_validity_share(const mintu_validity *validity, const double extent[4]);

/* The longitude within 180 degrees of the middle. */
double mintu_validity_longitude(const mintu_validity *validity, double lon);

#endif
