/* within: is a feature of points or lines inside polygons that the expression writes down as GeoJSON? On the border is outside. */
#include "expression/eval_outline.h"
#include "expression/operator_group.h"
#include "expression/outline_parser.h"

#include <math.h>

typedef struct bounds {
    double x0, y0, x1, y1;
} bounds;

static const bounds NOTHING = {INFINITY, INFINITY, -INFINITY, -INFINITY};

static void grow(bounds *box, const double at[2])
{
    box->x0 = fmin(box->x0, at[0]);
    box->y0 = fmin(box->y0, at[1]);
    box->x1 = fmax(box->x1, at[0]);
    box->y1 = fmax(box->y1, at[1]);
}

static bool is_inside(const bounds *inner, const bounds *outer)
{
    return inner->x0 > outer->x0 && inner->x1 < outer->x1 && inner->y0 > outer->y0 && inner->y1 < outer->y1;
}

/* The polygons as one outline on the grid. */
static bool place_area(mintu_evaluation *evaluation, const mintu_outlines *polygons, mintu_shape *out, bounds *box)
{
    size_t parts = 0, vertices = 0;
    double size = mintu_grid_size(evaluation->feature);
    for (size_t i = 0; i < polygons->count; i++) {
        parts += polygons->items[i].part_count;
        vertices += polygons->items[i].vertex_count;
    }
    *out = (mintu_shape){.type = MINTU_GEOMETRY_TYPE_POLYGON};
    if (!mintu_outline_make_room(evaluation->pool, out, parts, vertices))
        return mintu_evaluation_fail_memory(evaluation);
    for (size_t i = 0; i < polygons->count; i++) {
        const mintu_shape *from = &polygons->items[i];
        for (size_t part = 0; part < from->part_count; part++) {
            out->outer[out->part_count] = from->outer[part];
            out->starts[out->part_count++] = out->vertex_count + from->starts[part];
        }
        for (size_t v = 0; v < from->vertex_count; v++, out->vertex_count++) {
            mintu_grid_from_degrees(size, from->xy + 2 * v, out->xy + 2 * out->vertex_count);
            grow(box, out->xy + 2 * out->vertex_count);
        }
    }
    out->starts[out->part_count] = out->vertex_count;
    return true;
}

/* How far a place is moved round the world to come nearer the interval. */
static double shift_into(double x, double low, double high, double world)
{
    if (x >= low && x <= high)
        return 0;
    if (x - low > world / 2 || x - high > world / 2)
        return -world;
    return low - x > world / 2 || high - x > world / 2 ? world : 0;
}

/* Moves the feature near the area across the date line, unless it is a line longer than half of the world; its bounds. */
static bounds settle(mintu_shape *feature, const bounds *box, double world)
{
    bounds own = NOTHING;
    for (size_t i = 0; i < feature->vertex_count; i++)
        grow(&own, feature->xy + 2 * i);
    if (feature->type == MINTU_GEOMETRY_TYPE_LINE && own.x1 - own.x0 > world / 2)
        return own;
    own = NOTHING;
    for (size_t i = 0; i < feature->vertex_count; i++) {
        feature->xy[2 * i] += shift_into(feature->xy[2 * i], box->x0, box->x1, world);
        grow(&own, feature->xy + 2 * i);
    }
    return own;
}

static bool crosses_rings(const mintu_outline_piece *polygon, const double a[2], const double b[2])
{
    const mintu_shape *outline = polygon->outline;
    for (size_t part = polygon->from; part < polygon->to; part++)
        for (size_t i = outline->starts[part]; i + 1 < outline->starts[part + 1]; i++)
            if (mintu_segments_cross(a, b, outline->xy + 2 * i, outline->xy + 2 * i + 2))
                return true;
    return false;
}

/* A part lies in one of the polygons: all its vertices do, and no segment crosses a ring. */
static bool part_within(const mintu_shape *feature, size_t part, const mintu_shape *polygons)
{
    for (mintu_outline_piece polygon = {.outline = polygons}; mintu_outline_piece_next(&polygon);) {
        size_t i = feature->starts[part], end = feature->starts[part + 1];
        while (i < end && mintu_outline_piece_holds(&polygon, feature->xy + 2 * i, false))
            i++;
        bool inside = i == end;
        for (i = feature->starts[part]; inside && i + 1 < end; i++)
            inside = !crosses_rings(&polygon, feature->xy + 2 * i, feature->xy + 2 * i + 2);
        if (inside)
            return true;
    }
    return false;
}

static bool evaluate_within(const mintu_node *node, mintu_evaluation *evaluation, mintu_value *out)
{
    mintu_shape feature, polygons;
    bounds box = NOTHING;
    bool none;
    *out = mintu_value_boolean(false);
    if (!mintu_outline_of_feature(evaluation, &feature, &none))
        return none;
    if (feature.type == MINTU_GEOMETRY_TYPE_POLYGON)
        return true;
    if (!place_area(evaluation, node->detail, &polygons, &box))
        return false;
    bounds own = settle(&feature, &box, mintu_grid_size(evaluation->feature));
    bool inside = is_inside(&own, &box);
    for (size_t part = 0; inside && part < feature.part_count; part++)
        inside = part_within(&feature, part, &polygons);
    *out = mintu_value_boolean(inside);
    return true;
}

const mintu_operator MINTU_OPERATORS_WITHIN[] = {
    {"within", mintu_parser_outlines, evaluate_within, .type = &MINTU_TYPE_BOOLEAN, .flags = MINTU_NODE_FEATURE, .code = true},
    {0},
};
