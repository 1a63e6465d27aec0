/* Numbers of the circle and of the Earth, each in one place. */
#ifndef BASE_EARTH_H
#define BASE_EARTH_H

#define MINTU_PI     3.14159265358979323846
#define MINTU_DEGREE (MINTU_PI / 180) /* in radians */

/* The ellipsoid WGS 84. */
#define MINTU_SEMI_MAJOR 6378137.0 /* metres */
#define MINTU_FLATTENING (1 / 298.257223563)

/* Metres of a degree of a great circle, were the Earth a ball. No degree of latitude is shorter by more than 0.6 %, so that what lies
 * within a number of metres lies within MINTU_DEGREES_WITHIN() of them, and a search by degrees misses nothing. */
#define MINTU_METRES_PER_DEGREE      111195.0
#define MINTU_DEGREES_WITHIN(metres) ((metres) / MINTU_METRES_PER_DEGREE * 1.01)

#endif
