/* Geometries on the grid of vector tiles, and the tests of within and distance. */
#include "expression/eval_outline.h"

#include "base/earth.h"
#include "geometry/ray.h"

#include <math.h>
#include <string.h>

/* Steps to a tile's side, and the level whose grid stands for "not rounded": 0.3 mm at the equator. */
enum { EXTENT = 8192, FINEST = 24 };

/* How deep the coordinates of a type are nested above a position, and what it is. */
static const struct kind {
    const char *name;
    mintu_geometry_type type;
    int depth;
} KINDS[] = {
    {"Point", MINTU_GEOMETRY_TYPE_POINT, 0},     {"MultiPoint", MINTU_GEOMETRY_TYPE_POINT, 1},
    {"LineString", MINTU_GEOMETRY_TYPE_LINE, 1}, {"MultiLineString", MINTU_GEOMETRY_TYPE_LINE, 2},
    {"Polygon", MINTU_GEOMETRY_TYPE_POLYGON, 2}, {"MultiPolygon", MINTU_GEOMETRY_TYPE_POLYGON, 3},
};

static const struct kind *find_kind(const json_t *geometry)
{
    const char *name = json_string_value(json_object_get(geometry, "type"));
    for (size_t i = 0; name && i < sizeof KINDS / sizeof *KINDS; i++)
        if (strcmp(KINDS[i].name, name) == 0)
            return &KINDS[i];
    return NULL;
}

static bool is_position(const json_t *json)
{
    return json_array_size(json) >= 2 && json_is_number(json_array_get(json, 0)) && json_is_number(json_array_get(json, 1));
}

/* Adds the positions below to the outline, false when something else stands where one should. Without room for them (no {xy})
 * counts them only. Parts begin at @p part_depth; in a polygon the rings behind the first of each are holes. */
static bool add_positions(mintu_shape *out, const json_t *json, int depth, int part_depth, bool outer)
{
    if (depth == part_depth) {
        if (out->xy) {
            out->outer[out->part_count] = outer;
            out->starts[out->part_count] = out->vertex_count;
        }
        out->part_count++;
    }
    if (depth == 0) {
        for (size_t i = 0; out->xy && i < 2; i++)
            out->xy[2 * out->vertex_count + i] = json_number_value(json_array_get(json, i));
        out->vertex_count++;
        return is_position(json);
    }
    for (size_t i = 0; i < json_array_size(json); i++)
        if (!add_positions(out, json_array_get(json, i), depth - 1, part_depth,
                           depth != 2 || i == 0 || out->type != MINTU_GEOMETRY_TYPE_POLYGON))
            return false;
    return json_is_array(json);
}

bool mintu_outline_make_room(mintu_pool *pool, mintu_shape *out, size_t parts, size_t vertices)
{
    out->xy = mintu_pool_take(pool, (vertices + 1) * 2 * sizeof *out->xy);
    out->starts = mintu_pool_take(pool, (parts + 1) * sizeof *out->starts);
    out->outer = mintu_pool_take(pool, (parts + 1) * sizeof *out->outer);
    return out->xy && out->starts && out->outer;
}

mintu_outline_result mintu_outline_read(mintu_pool *pool, const json_t *geometry, mintu_shape *out)
{
    const struct kind *kind = find_kind(geometry);
    const json_t *coordinates = json_object_get(geometry, "coordinates");
    *out = (mintu_shape){0};
    if (!kind)
        return MINTU_OUTLINE_BAD;
    mintu_shape counted = {.type = kind->type};
    int part_depth = kind->type == MINTU_GEOMETRY_TYPE_POINT ? 0 : 1;
    if (!add_positions(&counted, coordinates, kind->depth, part_depth, true))
        return MINTU_OUTLINE_BAD;
    out->type = kind->type;
    if (!mintu_outline_make_room(pool, out, counted.part_count, counted.vertex_count))
        return MINTU_OUTLINE_MEMORY;
    add_positions(out, coordinates, kind->depth, part_depth, true);
    out->starts[out->part_count] = out->vertex_count;
    return MINTU_OUTLINE_GOOD;
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
    } else if (feature->geometry && mintu_outline_read(evaluation->pool, feature->geometry, out) == MINTU_OUTLINE_MEMORY) {
        return mintu_evaluation_fail_memory(evaluation);
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
