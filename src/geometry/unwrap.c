#include "geometry/unwrap.h"

#include <math.h>

static const double ROUND = 360, TINY = 1e-7; /* degrees */

static double twice_area(const double *xy, size_t count)
{
    double sum = 0;
    for (size_t i = 0; i + 1 < count; i++)
        sum += (xy[2 * i] - xy[0]) * (xy[2 * i + 3] - xy[1]) - (xy[2 * i + 2] - xy[0]) * (xy[2 * i + 1] - xy[1]);
    return sum;
}

/* How far a shape is from square. */
static double slenderness(double width, double height)
{
    return fmax(width, height) / fmax(fmin(width, height), 1e-9);
}

/* A ring with no more than two longitudes is a box: one around the world, or a small one across the antimeridian, with the same four
 * corners. Most of three signs decide: whether it is written counterclockwise, as GeoJSON wants it, whether it begins in the west, as
 * people write it, and which of the two is nearer to a square. */
static bool is_wide_box(const double *xy, size_t count)
{
    double west = xy[0], east = xy[0], south = xy[1], north = xy[1];
    for (size_t i = 1; i < count; i++) {
        west = fmin(west, xy[2 * i]), east = fmax(east, xy[2 * i]);
        south = fmin(south, xy[2 * i + 1]), north = fmax(north, xy[2 * i + 1]);
    }
    for (size_t i = 0; i < count; i++)
        if (xy[2 * i] != west && xy[2 * i] != east)
            return false;
    if (east - west > 360)
        return false;
    int signs = twice_area(xy, count) > 0;
    signs += xy[0] == west;
    signs += slenderness(east - west, north - south) < slenderness(360 - (east - west), north - south);
    return signs >= 2;
}

static bool same_meridian(const double *xy, size_t i, size_t j)
{
    return remainder(xy[2 * i] - xy[2 * j], 360) == 0;
}

/* An edge of 360 degrees between 180 and -180 that has its neighbours on other meridians has no length; one that comes from along the
 * meridian of 180 degrees, or has no neighbours, runs round the world. */
static bool goes_round(const double *xy, size_t count, size_t i, bool ring)
{
    size_t before = i > 0 ? i - 1 : ring ? count - 2 : i, after = i + 2 < count ? i + 2 : ring ? 1 : i + 1;
    return same_meridian(xy, before, i) && same_meridian(xy, after, i + 1);
}

mintu_unwrapped mintu_unwrap(double *xy, size_t count, bool ring)
{
    double shift = 0, last = xy[0];
    mintu_unwrapped found = {xy[0], xy[0], 0};
    bool as_is = ring && is_wide_box(xy, count);
    for (size_t i = 1; i < count; i++) {
        double *at = xy + 2 * i, step = at[0] - last;
        bool stays = as_is || !mintu_is_jump(step) || fabs(step) > ROUND + TINY ||
                     (fabs(step) > ROUND - TINY && goes_round(xy, count, i - 1, ring));
        last = at[0];
        shift += stays ? 0 : step > 0 ? -360 : 360;
        at[0] += shift;
        found.low = fmin(found.low, at[0]);
        found.high = fmax(found.high, at[0]);
    }
    found.turn = xy[2 * count - 2] - xy[0];
    return found;
}
