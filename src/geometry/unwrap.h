/* Longitudes made to go on beyond 180 degrees where a line or a ring crosses the antimeridian. For this room only. */
#ifndef GEOMETRY_UNWRAP_H
#define GEOMETRY_UNWRAP_H

#include <stdbool.h>
#include <stddef.h>

/* What a part is after its longitudes were made to go on. */
typedef struct mintu_unwrapped {
    double low, high; /* its longitudes */
    double turn;      /* degrees from the first vertex to the last: of a ring about a pole 360 or -360 */
} mintu_unwrapped;

/* Works on @p count vertices in place. An edge that is longer than half the way round is taken for one across the antimeridian (many
 * files are written so) unless it runs the whole way round, between 180 and -180, or the ring is a plain box that is meant as it
 * stands. */
mintu_unwrapped mintu_unwrap(double *xy, size_t count, bool ring);

/* Whether an edge of so many degrees of longitude might be meant to cross the antimeridian. */
static inline bool mintu_is_jump(double degrees)
{
    return degrees > 180 || degrees < -180;
}

#endif
