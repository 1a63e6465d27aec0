/* distance: how many metres a feature is from geometries that the expression writes down as GeoJSON. Planar around the feature's
 * first vertex (cheap_ruler.h); a polygon holds its border and its inside. Where the specification's implementation joins the
 * parts of a multi line string end to end, so does this. */
#include "expression/cheap_ruler.h"
#include "expression/eval_outline.h"
#include "expression/operator_group.h"
#include "expression/outline_parser.h"

#include <math.h>

/* A run of vertices: points, a line, or a ring. */
typedef struct chain {
    const double *xy;
    size_t count;
    bool line;
} chain;

/* Short enough to compare each with each. */
enum { FEW = 16 };

/* No two points of the boxes are nearer. The far side of the world may be nearer still, so a wide gap counts as none. */
static double gap(const mintu_ruler *ruler, const chain *a, const chain *b)
{
    const mintu_outline_bounds p = mintu_outline_bounds_of(a->xy, a->count), q = mintu_outline_bounds_of(b->xy, b->count);
    double dx = fmax(0, fmax(q.x0 - p.x1, p.x0 - q.x1)), dy = fmax(0, fmax(q.y0 - p.y1, p.y0 - q.y1));
    if (fmax(p.x1, q.x1) - fmin(p.x0, q.x0) > 180)
        dx = 0;
    return hypot(dx * ruler->kx, dy * ruler->ky);
}

static double point_to_chain(const mintu_ruler *ruler, const double at[2], const chain *c)
{
    double best = INFINITY;
    if (!c->line || c->count == 1)
        for (size_t i = 0; i < c->count; i++)
            best = fmin(best, mintu_ruler_distance(ruler, at, c->xy + 2 * i));
    else
        for (size_t i = 0; i + 1 < c->count; i++)
            best = fmin(best, mintu_ruler_to_segment(ruler, at, c->xy + 2 * i, c->xy + 2 * i + 2));
    return best;
}

static bool chains_cross(const chain *a, const chain *b)
{
    for (size_t i = 0; a->line && b->line && i + 1 < a->count; i++)
        for (size_t j = 0; j + 1 < b->count; j++)
            if (mintu_segments_cross(a->xy + 2 * i, a->xy + 2 * i + 2, b->xy + 2 * j, b->xy + 2 * j + 2))
                return true;
    return false;
}

static double compare_all(const mintu_ruler *ruler, const chain *a, const chain *b)
{
    double best = INFINITY;
    if (chains_cross(a, b))
        return 0;
    for (size_t i = 0; i < a->count; i++)
        best = fmin(best, point_to_chain(ruler, a->xy + 2 * i, b));
    for (size_t i = 0; a->line && i < b->count; i++)
        best = fmin(best, point_to_chain(ruler, b->xy + 2 * i, a));
    return best;
}

/* Halves of a chain; those of a line share a vertex. */
static void split(const chain *whole, chain halves[2])
{
    size_t middle = whole->count / 2;
    halves[0] = (chain){whole->xy, middle + (whole->line ? 1 : 0), whole->line};
    halves[1] = (chain){whole->xy + 2 * middle, whole->count - middle, whole->line};
}

/* One search: the shortest distance so far. */
typedef struct search {
    mintu_ruler ruler;
    double best;
} search;

/* Lowers the search's distance to that of the chains. Divides the longer one, the nearer half first. */
static void compare(search *s, const chain *a, const chain *b)
{
    if (a->count == 0 || b->count == 0 || s->best == 0 || gap(&s->ruler, a, b) >= s->best)
        return;
    if (a->count <= FEW && b->count <= FEW) {
        s->best = fmin(s->best, compare_all(&s->ruler, a, b));
        return;
    }
    bool first = a->count >= b->count;
    const chain *other = first ? b : a;
    chain halves[2];
    split(first ? a : b, halves);
    int near = gap(&s->ruler, &halves[0], other) <= gap(&s->ruler, &halves[1], other) ? 0 : 1;
    compare(s, &halves[near], other);
    compare(s, &halves[1 - near], other);
}

static chain part_of(const mintu_shape *outline, size_t part)
{
    size_t from = outline->starts[part];
    return (chain){outline->xy + 2 * from, outline->starts[part + 1] - from, outline->type != MINTU_GEOMETRY_TYPE_POINT};
}

static bool holds_any(const mintu_outline_piece *polygon, const chain *c)
{
    for (size_t i = 0; i < c->count; i++)
        if (mintu_outline_piece_holds(polygon, c->xy + 2 * i, true))
            return true;
    return false;
}

static void compare_chain_polygon(search *s, const chain *c, const mintu_outline_piece *polygon)
{
    if (holds_any(polygon, c))
        s->best = 0;
    for (size_t part = polygon->from; part < polygon->to; part++) {
        chain ring = part_of(polygon->outline, part);
        compare(s, c, &ring);
    }
}

static void compare_polygons(search *s, const mintu_outline_piece *a, const mintu_outline_piece *b)
{
    for (size_t part = a->from; part < a->to; part++) {
        chain ring = part_of(a->outline, part);
        compare_chain_polygon(s, &ring, b);
    }
    for (size_t part = b->from; part < b->to && s->best > 0; part++) {
        chain ring = part_of(b->outline, part);
        if (holds_any(a, &ring))
            s->best = 0;
    }
}

/* With a polygon of the feature's, or with all of the feature as one chain. */
static void compare_target(search *s, const mintu_outline_piece *own, const chain *whole, const mintu_shape *target)
{
    for (mintu_outline_piece other = {.outline = target}; mintu_outline_piece_next(&other);) {
        bool area = target->type == MINTU_GEOMETRY_TYPE_POLYGON;
        chain part = part_of(target, other.from);
        if (own && area)
            compare_polygons(s, own, &other);
        else if (own)
            compare_chain_polygon(s, &part, own);
        else if (area)
            compare_chain_polygon(s, whole, &other);
        else
            compare(s, whole, &part);
    }
}

/* Points and lines are one chain, the lines end to end. */
static void compare_feature(search *s, const mintu_shape *feature, const mintu_shape *target)
{
    const chain whole = {feature->xy, feature->vertex_count, feature->type == MINTU_GEOMETRY_TYPE_LINE};
    if (feature->type != MINTU_GEOMETRY_TYPE_POLYGON)
        compare_target(s, NULL, &whole, target);
    else
        for (mintu_outline_piece own = {.outline = feature}; mintu_outline_piece_next(&own);)
            compare_target(s, &own, NULL, target);
}

static bool evaluate_distance(const mintu_node *node, mintu_evaluation *evaluation, mintu_value *out)
{
    const mintu_outlines *targets = node->detail;
    mintu_shape feature;
    bool none;
    *out = mintu_value_number(NAN);
    if (!mintu_outline_of_feature(evaluation, &feature, &none))
        return none;
    double size = mintu_grid_size(evaluation->feature);
    for (size_t i = 0; i < feature.vertex_count; i++)
        mintu_grid_to_degrees(size, feature.xy + 2 * i, feature.xy + 2 * i);
    search s = {mintu_ruler_at(feature.xy[1]), INFINITY};
    for (size_t i = 0; i < targets->count; i++)
        compare_feature(&s, &feature, &targets->items[i]);
    *out = mintu_value_number(s.best);
    return true;
}

const mintu_operator MINTU_OPERATORS_DISTANCE[] = {
    {"distance", mintu_parser_outlines, evaluate_distance, .type = &MINTU_TYPE_NUMBER, .flags = MINTU_NODE_FEATURE},
    {0},
};
