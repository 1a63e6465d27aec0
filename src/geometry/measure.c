#include "geometry/measure.h"

#include <geodesic.h>
#include <math.h>

/* WGS 84: semi-major axis in metres and flattening. */
static struct geod_geodesic ellipsoid(void)
{
    struct geod_geodesic wgs84;
    geod_init(&wgs84, 6378137.0, 1 / 298.257223563);
    return wgs84;
}

double mintu_geodesic_distance(double lon1, double lat1, double lon2, double lat2)
{
    struct geod_geodesic wgs84 = ellipsoid();
    double metres;
    geod_inverse(&wgs84, lat1, lon1, lat2, lon2, &metres, NULL, NULL);
    return metres;
}

static double ring_area(const struct geod_geodesic *wgs84, const double *lonlat, size_t count)
{
    struct geod_polygon polygon;
    double area = 0;
    geod_polygon_init(&polygon, 0);
    for (size_t i = 0; i < count; i++)
        geod_polygon_addpoint(wgs84, &polygon, lonlat[2 * i + 1], lonlat[2 * i]);
    geod_polygon_compute(wgs84, &polygon, 0, 1, &area, NULL);
    return fabs(area);
}

double mintu_shape_area(const mintu_shape *shape)
{
    struct geod_geodesic wgs84 = ellipsoid();
    double area = 0;
    if (shape->type != MINTU_GEOMETRY_TYPE_POLYGON)
        return 0;
    for (size_t part = 0; part < shape->part_count; part++) {
        size_t count = shape->starts[part + 1] - shape->starts[part];
        if (count < 4)
            continue;
        double ring = ring_area(&wgs84, shape->xy + 2 * shape->starts[part], count - 1);
        area += shape->outer[part] ? ring : -ring;
    }
    return area;
}
