/* The rule of even and odd: a position is inside of rings when a ray from it meets an odd number of their edges. */
#ifndef GEOMETRY_RAY_H
#define GEOMETRY_RAY_H

#include <stdbool.h>

/* Whether a ray from a position towards greater x meets an edge. Of an edge's two ends only one counts, so that a ray through a
 * vertex meets the ring there once or twice, as it should. */
static inline bool mintu_ray_meets(const double at[2], const double a[2], const double b[2])
{
    return (a[1] > at[1]) != (b[1] > at[1]) && at[0] < (b[0] - a[0]) * (at[1] - a[1]) / (b[1] - a[1]) + a[0];
}

#endif
