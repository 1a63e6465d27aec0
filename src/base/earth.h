/* Numbers of the circle and of the Earth, each in one place. */
#ifndef BASE_EARTH_H
#define BASE_EARTH_H

#define MINTU_PI     3.14159265358979323846
#define MINTU_DEGREE (MINTU_PI / 180) /* in radians */

/* The ellipsoid WGS 84. */
#define MINTU_SEMI_MAJOR 6378137.0 /* metres */
#define MINTU_FLATTENING (1 / 298.257223563)

/* Metres of a degree of latitude where it is shortest, at the equator: what lies within a number of metres lies within that many
 * degrees divided by this, so that a search by degrees misses nothing. */
#define MINTU_METRES_PER_DEGREE 110574.0

#endif
