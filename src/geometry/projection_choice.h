/* Which projection suits an extent. */
#ifndef GEOMETRY_PROJECTION_CHOICE_H
#define GEOMETRY_PROJECTION_CHOICE_H

#include <stddef.h>

/* Writes the definition of the projection for an extent (west, south, east, north in degrees; east may lie beyond 180), on CGCS2000's
 * ellipsoid: a transverse Mercator as far as it carries, Albers' conic for a country beyond the tropics, Lambert's azimuthal for a
 * pole, a continent or a hemisphere, Equal Earth for the world. */
void mintu_projection_choose(const double extent[4], char *out, size_t size);

#endif
