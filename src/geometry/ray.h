/* The rule of even and odd, the one way to tell whether rings hold a position, and on which side of a line a position is. */
#ifndef GEOMETRY_RAY_H
#define GEOMETRY_RAY_H

#include <stdbool.h>
#include <stddef.h>

/* Whether a ray from a position towards greater x meets an edge. Of an edge's two ends only one counts, so that a ray through a
 * vertex meets the ring there once or twice, as it should. */
static inline bool mintu_ray_meets(const double at[2], const double a[2], const double b[2])
{
    return (a[1] > at[1]) != (b[1] > at[1]) && at[0] < (b[0] - a[0]) * (at[1] - a[1]) / (b[1] - a[1]) + a[0];
}

/* Whether closed rings, outer ones and holes together, hold a position. Ring i has the vertices starts[i] to starts[i + 1] - 1. */
bool mintu_rings_hold(const double *xy, const size_t *starts, size_t rings, const double at[2]);

/* On which side of the line from a to b a position is: 1 left, -1 right, 0 on it. */
int mintu_side_of(const double a[2], const double b[2], const double at[2]);

#endif
