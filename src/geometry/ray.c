#include "geometry/ray.h"

#include <math.h>

bool mintu_rings_hold(const double *xy, const size_t *starts, size_t rings, const double at[2])
{
    bool inside = false;
    for (size_t ring = 0; ring < rings; ring++)
        for (size_t i = starts[ring]; i + 1 < starts[ring + 1]; i++)
            inside ^= mintu_ray_meets(at, xy + 2 * i, xy + 2 * i + 2);
    return inside;
}

/* A number as an unrounded sum of two. */
typedef struct pair {
    double high, low;
} pair;

static pair difference(double a, double b)
{
    double high = a - b, back = high - a;
    return (pair){high, (a - (high - back)) - (b + back)};
}

static pair product(pair a, pair b)
{
    double high = a.high * b.high;
    return (pair){high, fma(a.high, b.high, -high) + (a.high * b.low + a.low * b.high)};
}

/* In doubles where they decide (Shewchuk 1997, bound A), else in pairs of them, as GEOS does. */
int mintu_side_of(const double a[2], const double b[2], const double at[2])
{
    double left = (a[0] - at[0]) * (b[1] - at[1]), right = (a[1] - at[1]) * (b[0] - at[0]), det = left - right;
    double bound = 3.3306690738754716e-16 * (fabs(left) + fabs(right));
    if (fabs(det) > bound)
        return det > 0 ? 1 : -1;
    pair l = product(difference(a[0], at[0]), difference(b[1], at[1]));
    pair r = product(difference(a[1], at[1]), difference(b[0], at[0]));
    double exact = (l.high - r.high) + (l.low - r.low);
    return (exact > 0) - (exact < 0);
}
