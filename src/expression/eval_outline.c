/* Geometries on the grid of vector tiles, and the tests of within and distance. */
#include "expression/eval_outline.h"

#include "base/earth.h"
#include "geometry/ray.h"

#include <math.h>
#include <string.h>

/* Steps to a tile's side, and the level whose grid stands for "not rounded": 0.3 mm at the equator. */
enum { EXTENT = 8192, FINEST = 24 };

bool mintu_outline_make_room(mintu_pool *pool, mintu_shape *out, size_t parts, size_t vertices)
{
    out->xy = mintu_pool_take(pool, (vertices + 1) * 2 * sizeof *out->xy);
    out->starts = mintu_pool_take(pool, (parts + 1) * sizeof *out->starts);
    out->outer = mintu_pool_take(pool, (parts + 1) * sizeof *out->outer);
    return out->xy && out->starts && out->outer;
}

double mintu_grid_size(const mintu_feature *feature)
{
    int level = feature->rounded ? feature->tile_level : FINEST;
    return ldexp(EXTENT, level < 0 ? 0 : level > FINEST ? FINEST : level);
}

void mintu_grid_from_degrees(double size, const double degrees[2], double out[2])
{
    /* Half a step goes up, as ECMAScript's Math.round() has it. */
    double x = (180 + degrees[0]) / 360,
           y = (180 - 180 / MINTU_PI * log(tan(MINTU_PI / 4 + degrees[1] * MINTU_PI / 360))) / 360;
    out[0] = floor(x * size + 0.5);
    out[1] = floor(y * size + 0.5);
}

void mintu_grid_to_degrees(double size, const double at[2], double out[2])
{
    out[0] = at[0] / size * 360 - 180;
    out[1] = 360 / MINTU_PI * atan(exp((180 - at[1] / size * 360) * MINTU_PI / 180)) - 90;
}

void mintu_grid_outline(double size, mintu_shape *outline)
{
    for (size_t i = 0; i < outline->vertex_count; i++)
        mintu_grid_from_degrees(size, outline->xy + 2 * i, outline->xy + 2 * i);
}

void mintu_outline_add(mintu_shape *out, const mintu_shape *from)
{
    if (from->vertex_count)
        memcpy(out->xy + 2 * out->vertex_count, from->xy, from->vertex_count * 2 * sizeof *out->xy);
    for (size_t part = 0; part < from->part_count; part++) {
        out->outer[out->part_count] = from->outer[part];
        out->starts[out->part_count++] = out->vertex_count + from->starts[part];
    }
    out->vertex_count += from->vertex_count;
    out->starts[out->part_count] = out->vertex_count;
}

mintu_outline_bounds mintu_outline_bounds_of(const double *xy, size_t count)
{
    mintu_outline_bounds bounds = {INFINITY, INFINITY, -INFINITY, -INFINITY};
    for (; count > 0; count--, xy += 2) {
        bounds.x0 = fmin(bounds.x0, xy[0]);
        bounds.y0 = fmin(bounds.y0, xy[1]);
        bounds.x1 = fmax(bounds.x1, xy[0]);
        bounds.y1 = fmax(bounds.y1, xy[1]);
    }
    return bounds;
}

bool mintu_outline_of_feature(mintu_evaluation *evaluation, mintu_shape *out, bool *none)
{
    const mintu_feature *feature = evaluation->feature;
    *out = (mintu_shape){0};
    *none = false;
    if (feature->layer) {
        mintu_shape shape = {0};
        bool read = mintu_layer_shape(feature->layer, feature->row, &shape, NULL) == MINTU_STATUS_OK &&
                    mintu_outline_make_room(evaluation->pool, out, shape.part_count, shape.vertex_count);
        out->type = shape.type;
        if (read)
            mintu_outline_add(out, &shape);
        mintu_shape_free(&shape);
        if (!read)
            return mintu_evaluation_fail_memory(evaluation);
    } else if (feature->geometry) {
        if (!mintu_outline_make_room(evaluation->pool, out, feature->geometry->part_count, feature->geometry->vertex_count))
            return mintu_evaluation_fail_memory(evaluation);
        out->type = feature->geometry->type;
        mintu_outline_add(out, feature->geometry);
    }
    *none = out->vertex_count == 0;
    mintu_grid_outline(mintu_grid_size(feature), out);
    return !*none;
}

/* True when p and q lie on different sides of the line through a and b. */
static bool two_sided(const double p[2], const double q[2], const double a[2], const double b[2])
{
    double x = b[0] - a[0], y = b[1] - a[1];
    double first = (p[0] - a[0]) * y - x * (p[1] - a[1]), second = (q[0] - a[0]) * y - x * (q[1] - a[1]);
    return (first > 0 && second < 0) || (first < 0 && second > 0);
}

bool mintu_segments_cross(const double a[2], const double b[2], const double c[2], const double d[2])
{
    double turn = (d[0] - c[0]) * (b[1] - a[1]) - (d[1] - c[1]) * (b[0] - a[0]);
    return turn != 0 && two_sided(a, b, c, d) && two_sided(c, d, a, b);
}

static bool on_segment(const double p[2], const double a[2], const double b[2])
{
    double x1 = p[0] - a[0], y1 = p[1] - a[1], x2 = p[0] - b[0], y2 = p[1] - b[1];
    return x1 * y2 - x2 * y1 == 0 && x1 * x2 <= 0 && y1 * y2 <= 0;
}

bool mintu_outline_piece_holds(const mintu_outline_piece *polygon, const double point[2], bool border)
{
    const mintu_shape *outline = polygon->outline;
    bool inside = false;
    for (size_t part = polygon->from; part < polygon->to; part++)
        for (size_t i = outline->starts[part]; i + 1 < outline->starts[part + 1]; i++) {
            const double *a = outline->xy + 2 * i;
            if (on_segment(point, a, a + 2))
                return border;
            inside ^= mintu_ray_meets(point, a, a + 2);
        }
    return inside;
}

bool mintu_outline_piece_next(mintu_outline_piece *piece)
{
    piece->from = piece->to;
    while (piece->to < piece->outline->part_count && (piece->to == piece->from || !piece->outline->outer[piece->to]))
        piece->to++;
    return piece->to > piece->from;
}
