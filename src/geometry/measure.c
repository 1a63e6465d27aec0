#include "geometry/measure.h"

#include "base/array.h"
#include "base/earth.h"
#include "base/error.h"
#include "geometry/proj_files.h"

#include <math.h>

/* False where the library of geodesics cannot be loaded, which is counted as memory that ran out. */
static bool begin(struct geod_geodesic *wgs84)
{
    if (!mintu_memory_good(mintu_proj_begin("measuring", NULL) == MINTU_STATUS_OK))
        return false;
    geod_init(wgs84, MINTU_SEMI_MAJOR, MINTU_FLATTENING);
    return true;
}

bool mintu_is_position(const double lonlat[2])
{
    return fabs(lonlat[0]) <= 360 && fabs(lonlat[1]) <= 90;
}

double mintu_geodesic_distance(double lon1, double lat1, double lon2, double lat2)
{
    struct geod_geodesic wgs84;
    double metres;
    if (!begin(&wgs84))
        return (double)NAN;
    geod_inverse(&wgs84, lat1, lon1, lat2, lon2, &metres, NULL, NULL);
    return metres;
}

mintu_status mintu_shape_geodesic(mintu_shape *shape, const double from[2], const double to[2], mintu_error *error)
{
    static const double piece = 2000;
    struct geod_geodesic wgs84;
    struct geod_geodesicline line;
    if (!begin(&wgs84))
        return mintu_fail_memory(error, "measuring");
    geod_inverseline(&line, &wgs84, from[1], from[0], to[1], to[0], GEOD_LATITUDE | GEOD_LONGITUDE | GEOD_DISTANCE_IN);
    size_t parts = (size_t)ceil(line.s13 / piece);
    mintu_status status = MINTU_STATUS_OK;
    for (size_t part = 1; part <= parts && status == MINTU_STATUS_OK; part++) {
        double at[2] = {to[0], to[1]};
        if (part < parts)
            geod_position(&line, line.s13 * (double)part / (double)parts, &at[1], &at[0], NULL);
        status = mintu_shape_vertex(shape, at[0], at[1], error);
    }
    return status;
}

void mintu_space_from_degrees(const double lonlat[2], double out[3])
{
    double square = MINTU_FLATTENING * (2 - MINTU_FLATTENING);
    double sine = sin(lonlat[1] * MINTU_DEGREE), cosine = cos(lonlat[1] * MINTU_DEGREE);
    double normal = MINTU_SEMI_MAJOR / sqrt(1 - square * sine * sine);
    out[0] = normal * cosine * cos(lonlat[0] * MINTU_DEGREE);
    out[1] = normal * cosine * sin(lonlat[0] * MINTU_DEGREE);
    out[2] = normal * (1 - square) * sine;
}

double mintu_space_chord(const double a[3], const double b[3])
{
    return sqrt((a[0] - b[0]) * (a[0] - b[0]) + (a[1] - b[1]) * (a[1] - b[1]) + (a[2] - b[2]) * (a[2] - b[2]));
}

/* Bowring's formula, exact to far below a millimetre at the surface. */
void mintu_space_to_degrees(const double at[3], double lonlat[2])
{
    double square = MINTU_FLATTENING * (2 - MINTU_FLATTENING), minor = MINTU_SEMI_MAJOR * (1 - MINTU_FLATTENING);
    double radius = hypot(at[0], at[1]), angle = atan2(at[2] * MINTU_SEMI_MAJOR, radius * minor);
    double sine = sin(angle), cosine = cos(angle);
    lonlat[0] = atan2(at[1], at[0]) / MINTU_DEGREE;
    lonlat[1] = atan2(at[2] + square / (1 - square) * minor * sine * sine * sine,
                      radius - square * MINTU_SEMI_MAJOR * cosine * cosine * cosine) /
                MINTU_DEGREE;
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
    struct geod_geodesic wgs84;
    double area = 0;
    if (shape->type != MINTU_GEOMETRY_TYPE_POLYGON)
        return 0;
    if (!begin(&wgs84))
        return (double)NAN;
    for (size_t part = 0; part < shape->part_count; part++) {
        size_t count = shape->starts[part + 1] - shape->starts[part];
        if (count < 4)
            continue;
        double ring = ring_area(&wgs84, shape->xy + 2 * shape->starts[part], count - 1);
        area += shape->outer[part] ? ring : -ring;
    }
    return area;
}
