#include "expression/cheap_ruler.h"

#include "base/earth.h"

#include <math.h>

mintu_ruler mintu_ruler_at(double latitude)
{
    const double e2 = MINTU_FLATTENING * (2 - MINTU_FLATTENING), m = MINTU_DEGREE * MINTU_SEMI_MAJOR;
    double cosine = cos(latitude * MINTU_DEGREE), w2 = 1 / (1 - e2 * (1 - cosine * cosine)), w = sqrt(w2);
    return (mintu_ruler){m * w * cosine, m * w * w2 * (1 - e2)};
}

static double wrap(double degrees)
{
    return degrees < -180 || degrees > 180 ? remainder(degrees, 360) : degrees;
}

double mintu_ruler_distance(const mintu_ruler *ruler, const double a[2], const double b[2])
{
    double dx = wrap(a[0] - b[0]) * ruler->kx, dy = (a[1] - b[1]) * ruler->ky;
    return sqrt(dx * dx + dy * dy);
}

double mintu_ruler_to_segment(const mintu_ruler *ruler, const double point[2], const double a[2], const double b[2])
{
    double near[2] = {a[0], a[1]};
    double dx = wrap(b[0] - a[0]) * ruler->kx, dy = (b[1] - a[1]) * ruler->ky;
    if (dx != 0 || dy != 0) {
        double px = wrap(point[0] - a[0]) * ruler->kx, py = (point[1] - a[1]) * ruler->ky;
        double share = (px * dx + py * dy) / (dx * dx + dy * dy);
        if (share > 1) {
            near[0] = b[0];
            near[1] = b[1];
        } else if (share > 0) {
            near[0] += dx / ruler->kx * share;
            near[1] += dy / ruler->ky * share;
        }
    }
    return mintu_ruler_distance(ruler, point, near);
}
