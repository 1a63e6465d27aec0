/* within: is a feature of points or lines inside polygons that the expression writes down as GeoJSON? On the border is outside. */
#include "expression/eval_outline.h"
#include "expression/operator_group.h"
#include "expression/parser_error.h"
#include "expression/parser_node.h"

#include <math.h>

/* Detail of a node: the polygons. */
typedef struct area {
    const mintu_shape *outlines;
    size_t count;
} area;

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
static bool place_area(mintu_evaluation *evaluation, const area *polygons, mintu_shape *out, bounds *box)
{
    size_t parts = 0, vertices = 0;
    double size = mintu_grid_size(evaluation->feature);
    for (size_t i = 0; i < polygons->count; i++) {
        parts += polygons->outlines[i].part_count;
        vertices += polygons->outlines[i].vertex_count;
    }
    *out = (mintu_shape){.type = MINTU_GEOMETRY_TYPE_POLYGON};
    out->xy = mintu_evaluation_take(evaluation, (vertices + 1) * 2 * sizeof *out->xy);
    out->starts = mintu_evaluation_take(evaluation, (parts + 1) * sizeof *out->starts);
    out->outer = mintu_evaluation_take(evaluation, (parts + 1) * sizeof *out->outer);
    if (!out->xy || !out->starts || !out->outer)
        return false;
    for (size_t i = 0; i < polygons->count; i++) {
        const mintu_shape *from = &polygons->outlines[i];
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

static bool crosses_rings(const mintu_shape *polygon, size_t from, size_t to, const double a[2], const double b[2])
{
    for (size_t part = from; part < to; part++)
        for (size_t i = polygon->starts[part]; i + 1 < polygon->starts[part + 1]; i++)
            if (mintu_segments_cross(a, b, polygon->xy + 2 * i, polygon->xy + 2 * i + 2))
                return true;
    return false;
}

/* A part lies in one of the polygons: all its vertices do, and no segment crosses a ring. */
static bool part_within(const mintu_shape *feature, size_t part, const mintu_shape *polygons)
{
    for (size_t from = 0; from < polygons->part_count;) {
        size_t to = mintu_polygon_end(polygons, from), i = feature->starts[part], end = feature->starts[part + 1];
        while (i < end && mintu_polygon_holds(polygons, from, to, feature->xy + 2 * i, false))
            i++;
        bool inside = i == end;
        for (i = feature->starts[part]; inside && i + 1 < end; i++)
            inside = !crosses_rings(polygons, from, to, feature->xy + 2 * i, feature->xy + 2 * i + 2);
        if (inside)
            return true;
        from = to;
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

static mintu_node *parse_within(mintu_parser *parser, const json_t *array, const mintu_operator *operator)
{
    area *detail = mintu_parser_take(parser, sizeof *detail);
    mintu_shape *outlines = NULL;
    size_t count = 0, polygons = 0;
    if (json_array_size(array) != 2)
        return mintu_parser_fail(parser, "'within' expression requires exactly one argument, but found %zu instead.",
                                 json_array_size(array) - 1);
    mintu_outline_result result = mintu_outlines_read(parser->pool, json_array_get(array, 1), &outlines, &count);
    if (result == MINTU_OUTLINE_MEMORY || !detail)
        return mintu_parser_fail_memory(parser);
    for (size_t i = 0; i < count; i++)
        if (outlines[i].type == MINTU_GEOMETRY_TYPE_POLYGON)
            outlines[polygons++] = outlines[i];
    if (result != MINTU_OUTLINE_GOOD || polygons == 0)
        return mintu_parser_fail(parser,
                                 "'within' expression requires valid geojson object that contains polygon geometry type.");
    mintu_node *node = mintu_parser_node(parser, operator->evaluate, operator->type, 0);
    *detail = (area){outlines, polygons};
    if (node)
        node->detail = detail;
    return node;
}

const mintu_operator MINTU_OPERATORS_WITHIN[] = {
    {"within", parse_within, evaluate_within, &MINTU_TYPE_BOOLEAN, 0, 0, {NULL}, MINTU_NODE_FEATURE, 0},
    {0},
};
