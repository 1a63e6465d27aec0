#include "furniture/variation.h"

#include "base/array.h"
#include "base/earth.h"
#include "geometry/measure.h"

#include <math.h>

/* Kinds whose scale depends on the latitude alone. */
static const char *const BY_LATITUDE[] = {"merc", "webmerc", "eqc", "cea", "mill", "gall", "aea", "lcc", "eqdc", NULL};

/* Scale along the meridian and the parallel, and the direction of north from up, degrees, at one place; false where there is none. */
static bool measure(const mintu_drawing *drawing, double lon, double lat, double scale[2], double *north)
{
    const double step = 1e-3;
    mintu_error error;
    double xy[8] = {lon, lat - step, lon, lat + step, lon - step, lat, lon + step, lat};
    if (mintu_projection_forward(drawing->projection, xy, 4, &error) != MINTU_STATUS_OK)
        return false;
    scale[0] = hypot(xy[2] - xy[0], xy[3] - xy[1]) / mintu_geodesic_distance(lon, lat - step, lon, lat + step);
    scale[1] = hypot(xy[6] - xy[4], xy[7] - xy[5]) / mintu_geodesic_distance(lon - step, lat, lon + step, lat);
    *north = atan2(xy[2] - xy[0], xy[3] - xy[1]) / MINTU_DEGREE;
    return isfinite(scale[0]) && isfinite(scale[1]) && scale[0] > 0 && scale[1] > 0;
}

mintu_variation mintu_variation_of(const mintu_drawing *drawing)
{
    enum { PLACES = 12 };
    const double *e = drawing->extent;
    double least = INFINITY, most = 0, scale[2], north, centre = 0;
    const char *kind = drawing->projection ? mintu_projection_kind(drawing->projection) : NULL;
    mintu_variation found = {.scale = 1, .by_latitude = kind && mintu_text_listed(kind, BY_LATITUDE)};
    if (!(e[0] < e[2]) || !drawing->validity.window_count)
        return found;
    measure(drawing, (e[0] + e[2]) / 2, fmax(fmin((e[1] + e[3]) / 2, 89), -89), scale, &centre);
    for (int i = 0; i <= PLACES; i++)
        for (int j = 0; j <= PLACES; j++) {
            double lon = e[0] + (e[2] - e[0]) * (0.01 + 0.98 * i / PLACES),
                   lat = e[1] + (e[3] - e[1]) * (0.01 + 0.98 * j / PLACES);
            if (!mintu_validity_holds(&drawing->validity, lon, lat) || !measure(drawing, lon, lat, scale, &north))
                continue;
            least = fmin(least, fmin(scale[0], scale[1]));
            most = fmax(most, fmax(scale[0], scale[1]));
            found.north = fmax(found.north, fabs(remainder(north - centre, 360)));
        }
    if (most > 0)
        found.scale = most / least;
    return found;
}
