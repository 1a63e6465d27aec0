/* The distance from each of many points to the nearest other one. */
#ifndef GEOMETRY_NEIGHBOURS_H
#define GEOMETRY_NEIGHBOURS_H

#include <stdbool.h>
#include <stddef.h>

/* @p lonlat: @p count pairs in degrees of WGS 84. Gives geodesic metres for each point in @p out, NAN for one that is alone; 0
 * where two stand on the same spot. Time grows with count · log count, wherever they stand. False when memory ran out. */
bool mintu_neighbour_distances(const double *lonlat, size_t count, double *out);

#endif
