/* within: is a feature of points or lines inside polygons that the expression writes down as GeoJSON? On the border is outside. */
#include "expression/eval_outline.h"
#include "expression/operator_group.h"
#include "expression/outline_parser.h"

static bool is_inside(const mintu_outline_bounds *inner, const mintu_outline_bounds *outer)
{
    return inner->x0 > outer->x0 && inner->x1 < outer->x1 && inner->y0 > outer->y0 && inner->y1 < outer->y1;
}

/* The polygons as one outline on the grid. */
static bool place_area(mintu_evaluation *evaluation, const mintu_outlines *polygons, mintu_shape *out)
{
    size_t parts = 0, vertices = 0;
    for (size_t i = 0; i < polygons->count; i++) {
        parts += polygons->items[i].part_count;
        vertices += polygons->items[i].vertex_count;
    }
    *out = (mintu_shape){.type = MINTU_GEOMETRY_TYPE_POLYGON};
    if (!mintu_outline_make_room(evaluation->pool, out, parts, vertices))
        return mintu_evaluation_fail_memory(evaluation);
    for (size_t i = 0; i < polygons->count; i++)
        mintu_outline_add(out, &polygons->items[i]);
    mintu_grid_outline(mintu_grid_size(evaluation->feature), out);
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
static mintu_outline_bounds settle(mintu_shape *feature, const mintu_outline_bounds *box, double world)
{
    mintu_outline_bounds own = mintu_outline_bounds_of(feature->xy, feature->vertex_count);
    if (feature->type == MINTU_GEOMETRY_TYPE_LINE && own.x1 - own.x0 > world / 2)
        return own;
    for (size_t i = 0; i < feature->vertex_count; i++)
        feature->xy[2 * i] += shift_into(feature->xy[2 * i], box->x0, box->x1, world);
    return mintu_outline_bounds_of(feature->xy, feature->vertex_count);
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
    bool none;
    *out = mintu_value_boolean(false);
    if (!mintu_outline_of_feature(evaluation, &feature, &none))
        return none;
    if (feature.type == MINTU_GEOMETRY_TYPE_POLYGON)
        return true;
    if (!place_area(evaluation, node->detail, &polygons))
        return false;
    const mintu_outline_bounds box = mintu_outline_bounds_of(polygons.xy, polygons.vertex_count),
                               own = settle(&feature, &box, mintu_grid_size(evaluation->feature));
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
