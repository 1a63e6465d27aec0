#include "gazetteer/boundary_datum.h"

#include "base/array.h"
#include "base/earth.h"
#include "base/error.h"
#include "geometry/datum.h"
#include "layer/shape.h"

#include <math.h>
#include <stdlib.h>

enum { SAMPLES = 600, FEWEST = 40 };

/* Borders farther from the coast than this are other borders. The offsets of web maps are below 1 km. */
static const double NEAR = 2500;

/* Another datum must fit better by a fifth and by 50 m, and well: where polygons run out to sea no datum fits the coast. */
static const double CLEARLY = 0.8, AT_LEAST = 50, WELL = 250;

/* All rings of a layer with their bounds. */
typedef struct rings {
    mintu_shape *shapes;
    double (*bounds)[4];
    size_t count;
} rings;

static void extend(double bounds[4], const double *xy)
{
    bounds[0] = fmin(bounds[0], xy[0]);
    bounds[1] = fmin(bounds[1], xy[1]);
    bounds[2] = fmax(bounds[2], xy[0]);
    bounds[3] = fmax(bounds[3], xy[1]);
}

static mintu_status read_rings(const mintu_layer *layer, mintu_error *error, rings *out)
{
    size_t rows = mintu_layer_count(layer);
    *out = (rings){calloc(rows + 1, sizeof *out->shapes), calloc(rows + 1, sizeof *out->bounds), rows};
    if (!out->shapes || !out->bounds)
        return mintu_fail_memory(error, "comparing polygons with the coast");
    mintu_status status = MINTU_STATUS_OK;
    for (size_t row = 0; row < rows && status == MINTU_STATUS_OK; row++) {
        double *bounds = out->bounds[row];
        bounds[0] = bounds[1] = INFINITY;
        bounds[2] = bounds[3] = -INFINITY;
        status = mintu_layer_shape(layer, row, &out->shapes[row], error);
        for (size_t v = 0; v < out->shapes[row].vertex_count; v++)
            extend(bounds, out->shapes[row].xy + 2 * v);
    }
    return status;
}

static void free_rings(rings *r)
{
    for (size_t i = 0; i < r->count && r->shapes; i++)
        mintu_shape_free(&r->shapes[i]);
    free(r->shapes);
    free(r->bounds);
}

/* Distance in metres of a point from the segment a b, in the plane around the point. */
static double to_segment(const double point[2], const double *a, const double *b)
{
    double scale = cos(point[1] * MINTU_DEGREE);
    double ax = (a[0] - point[0]) * scale, ay = a[1] - point[1];
    double dx = (b[0] - a[0]) * scale, dy = b[1] - a[1];
    double length = dx * dx + dy * dy;
    double along = length > 0 ? fmax(0, fmin(1, -(ax * dx + ay * dy) / length)) : 0;
    return MINTU_METRES_PER_DEGREE * hypot(ax + along * dx, ay + along * dy);
}

static double to_rings(const double point[2], const rings *r)
{
    double best = NEAR, margin = NEAR / MINTU_METRES_PER_DEGREE * 1.2;
    for (size_t i = 0; i < r->count; i++) {
        const double *b = r->bounds[i];
        const mintu_shape *shape = &r->shapes[i];
        if (point[0] < b[0] - margin || point[0] > b[2] + margin || point[1] < b[1] - margin || point[1] > b[3] + margin)
            continue;
        for (size_t part = 0; part < shape->part_count; part++)
            for (size_t v = shape->starts[part]; v + 1 < shape->starts[part + 1]; v++)
                best = fmin(best, to_segment(point, shape->xy + 2 * v, shape->xy + 2 * v + 2));
    }
    return best;
}

/* Coast vertices inside the polygons' bounds, evenly picked; *count of them. */
static size_t pick_coast(const rings *coast, const double bounds[4], double (*points)[2])
{
    size_t inside = 0, seen = 0, count = 0;
    for (int pass = 0; pass < 2; pass++)
        for (size_t i = 0; i < coast->count; i++)
            for (size_t v = 0; v < coast->shapes[i].vertex_count; v++) {
                const double *xy = coast->shapes[i].xy + 2 * v;
                if (xy[0] < bounds[0] || xy[1] < bounds[1] || xy[0] > bounds[2] || xy[1] > bounds[3])
                    continue;
                if (pass == 0) {
                    inside++;
                } else if (seen++ % (inside / SAMPLES + 1) == 0 && count < SAMPLES) {
                    points[count][0] = xy[0];
                    points[count++][1] = xy[1];
                }
            }
    return count;
}

/* Lower quartile of the distances that are near, as much of the coast is drawn otherwise in another source; NaN when too few
 * are near. */
static double typical_distance(double (*points)[2], size_t count, const rings *polygons, mintu_datum datum)
{
    double distances[SAMPLES];
    size_t near = 0;
    for (size_t i = 0; i < count; i++) {
        double point[2] = {points[i][0], points[i][1]};
        mintu_datum_from_wgs84(datum, point, 1);
        double distance = to_rings(point, polygons);
        if (distance < NEAR)
            distances[near++] = distance;
    }
    if (near < FEWEST)
        return (double)NAN;
    qsort(distances, near, sizeof *distances, mintu_double_compare);
    return distances[near / 4];
}

static void judge(const rings *polygons, const rings *coast, mintu_datum declared, mintu_datum_fit *out)
{
    double bounds[4] = {INFINITY, INFINITY, -INFINITY, -INFINITY}, points[SAMPLES][2];
    for (size_t i = 0; i < polygons->count; i++) {
        extend(bounds, polygons->bounds[i]);
        extend(bounds, polygons->bounds[i] + 2);
    }
    size_t count = pick_coast(coast, bounds, points);
    out->best = declared;
    for (int datum = 0; datum < MINTU_DATUM_END; datum++)
        out->distance[datum] = typical_distance(points, count, polygons, (mintu_datum)datum);
    for (int datum = 0; datum < MINTU_DATUM_END; datum++)
        if (out->distance[datum] < out->distance[out->best])
            out->best = (mintu_datum)datum;
    double own = out->distance[declared], best = out->distance[out->best];
    out->doubtful = best < CLEARLY * own && own - best > AT_LEAST && best < WELL;
}

mintu_status mintu_boundary_datum(const mintu_layer *polygons, const mintu_layer *land, mintu_datum declared,
                                  mintu_error *error, mintu_datum_fit *out)
{
    rings borders = {0}, coast = {0};
    *out = (mintu_datum_fit){.best = declared};
    mintu_status status = read_rings(polygons, error, &borders);
    if (status == MINTU_STATUS_OK)
        status = read_rings(land, error, &coast);
    if (status == MINTU_STATUS_OK)
        judge(&borders, &coast, declared, out);
    free_rings(&borders);
    free_rings(&coast);
    return status;
}
