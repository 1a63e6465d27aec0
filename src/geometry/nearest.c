#include "geometry/nearest.h"

#include "base/array.h"
#include "base/context.h"
#include "base/error.h"
#include "geometry/datum.h"
#include "geometry/measure.h"
#include "layer/shape.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { LEAF = 4, DEPTH = 64 };

typedef struct piece {
    double from[3], along[3], inverse; /* along: to the other end; inverse: one over its length squared, 0 for a point */
    size_t row;
} piece;

typedef struct node {
    double low[3], high[3];
    size_t first, count; /* of a leaf; count 0: the left child follows, the right one is first */
} node;

struct mintu_nearest {
    piece *pieces;
    size_t count, room;
    node *nodes;
    size_t node_count, node_room;
};

static mintu_status add_piece(mintu_nearest *nearest, const double *ends, size_t row, mintu_error *error)
{
    if (!MINTU_ARRAY_RESERVE(nearest->pieces, nearest->room, nearest->count + 1))
        return mintu_fail_memory(error, "indexing lines");
    piece *added = &nearest->pieces[nearest->count++];
    double end[3], square = 0;
    mintu_space_from_degrees(ends, added->from);
    mintu_space_from_degrees(ends + 2, end);
    for (int axis = 0; axis < 3; axis++) {
        added->along[axis] = end[axis] - added->from[axis];
        square += added->along[axis] * added->along[axis];
    }
    added->inverse = square > 0 ? 1 / square : 0;
    added->row = row;
    return MINTU_STATUS_OK;
}

static bool is_position(const double lonlat[2])
{
    return fabs(lonlat[0]) <= 360 && fabs(lonlat[1]) <= 90; /* false for NaN */
}

/* One edge of a line; its pieces become a shape of their own first. */
static mintu_status add_edge(mintu_nearest *nearest, const double *a, size_t row, mintu_shape *pieces, mintu_error *error)
{
    mintu_shape_clear(pieces);
    mintu_status status = mintu_shape_part(pieces, true, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_shape_vertex(pieces, a[0], a[1], error);
    if (status == MINTU_STATUS_OK)
        status = mintu_shape_geodesic(pieces, a, a + 2, error);
    for (size_t v = 0; v + 1 < pieces->vertex_count && status == MINTU_STATUS_OK; v++)
        status = add_piece(nearest, pieces->xy + 2 * v, row, error);
    return status;
}

static mintu_status add_row(mintu_nearest *nearest, const mintu_shape *shape, size_t row, mintu_error *error)
{
    mintu_shape pieces = {0};
    mintu_status status = MINTU_STATUS_OK;
    for (size_t part = 0; part < shape->part_count; part++)
        for (size_t v = shape->starts[part]; v + 1 < shape->starts[part + 1] && status == MINTU_STATUS_OK; v++) {
            const double *a = shape->xy + 2 * v;
            if (is_position(a) && is_position(a + 2))
                status = add_edge(nearest, a, row, &pieces, error);
        }
    mintu_shape_free(&pieces);
    return status;
}

static mintu_status read_rows(mintu_context *context, mintu_nearest *nearest, const mintu_layer *lines,
                              const unsigned char *mask, mintu_datum datum, mintu_error *error)
{
    mintu_shape shape = {0};
    mintu_status status = MINTU_STATUS_OK;
    for (size_t row = 0; row < mintu_layer_count(lines) && status == MINTU_STATUS_OK; row++) {
        size_t before = nearest->count;
        if (mask && !mask[row])
            continue;
        status = mintu_layer_shape(lines, row, &shape, error);
        if (status == MINTU_STATUS_OK && shape.type == MINTU_GEOMETRY_TYPE_LINE) {
            mintu_datum_to_wgs84(datum, shape.xy, shape.vertex_count);
            status = add_row(nearest, &shape, row, error);
        }
        if (status == MINTU_STATUS_OK && nearest->count == before)
            mintu_context_notice(context, "row %zu of the lines %s is left out: it holds no line with a length", row + 1,
                                 mintu_layer_name(lines));
    }
    mintu_shape_free(&shape);
    if (status == MINTU_STATUS_OK && nearest->count == 0)
        status = mintu_fail(error, MINTU_STATUS_INPUT,
                            "indexing the lines %s: none of %zu rows holds a line; expected lines of two points or more",
                            mintu_layer_name(lines), mintu_layer_count(lines));
    return status;
}

static double centre(const piece *p, int axis)
{
    return p->from[axis] + p->along[axis] / 2;
}

static int compare_axis(const piece *a, const piece *b, int axis)
{
    double x = centre(a, axis), y = centre(b, axis);
    return (x > y) - (x < y);
}
static int compare_x(const void *a, const void *b)
{
    return compare_axis(a, b, 0);
}
static int compare_y(const void *a, const void *b)
{
    return compare_axis(a, b, 1);
}
static int compare_z(const void *a, const void *b)
{
    return compare_axis(a, b, 2);
}

static void bound(const piece *pieces, size_t count, node *out)
{
    for (int axis = 0; axis < 3; axis++) {
        out->low[axis] = INFINITY;
        out->high[axis] = -INFINITY;
        for (size_t i = 0; i < count; i++) {
            double a = pieces[i].from[axis], b = a + pieces[i].along[axis];
            out->low[axis] = fmin(out->low[axis], fmin(a, b));
            out->high[axis] = fmax(out->high[axis], fmax(a, b));
        }
    }
}

/* Halves the pieces along the longest side of their box; room for all nodes is there. */
static void build(mintu_nearest *nearest, size_t first, size_t count)
{
    static int (*const compare[3])(const void *, const void *) = {compare_x, compare_y, compare_z};
    size_t self = nearest->node_count++;
    node *made = &nearest->nodes[self];
    bound(nearest->pieces + first, count, made);
    made->first = first;
    made->count = count;
    if (count <= LEAF)
        return;
    int axis = 0;
    for (int other = 1; other < 3; other++)
        if (made->high[other] - made->low[other] > made->high[axis] - made->low[axis])
            axis = other;
    qsort(nearest->pieces + first, count, sizeof *nearest->pieces, compare[axis]);
    build(nearest, first, count / 2);
    made->first = nearest->node_count;
    made->count = 0;
    build(nearest, first + count / 2, count - count / 2);
}

mintu_status mintu_nearest_rows(mintu_context *context, const mintu_layer *lines, const unsigned char *mask, mintu_datum datum,
                                mintu_error *error, mintu_nearest **out)
{
    mintu_nearest *nearest = calloc(1, sizeof *nearest);
    *out = NULL;
    if (!nearest)
        return mintu_fail_memory(error, "indexing lines");
    mintu_status status = read_rows(context, nearest, lines, mask, datum, error);
    if (status == MINTU_STATUS_OK && !(nearest->nodes = malloc(2 * nearest->count * sizeof *nearest->nodes)))
        status = mintu_fail_memory(error, "indexing lines");
    if (status != MINTU_STATUS_OK) {
        mintu_nearest_free(nearest);
        return status;
    }
    build(nearest, 0, nearest->count);
    *out = nearest;
    return MINTU_STATUS_OK;
}

mintu_status mintu_nearest_new(mintu_context *context, const mintu_layer *lines, mintu_datum datum, mintu_error *error,
                               mintu_nearest **out)
{
    return mintu_nearest_rows(context, lines, NULL, datum, error, out);
}

void mintu_nearest_free(mintu_nearest *nearest)
{
    if (!nearest)
        return;
    free(nearest->pieces);
    free(nearest->nodes);
    free(nearest);
}

static double box_square(const node *box, const double at[3])
{
    double square = 0;
    for (int axis = 0; axis < 3; axis++) {
        double off = fmax(fmax(box->low[axis] - at[axis], at[axis] - box->high[axis]), 0);
        square += off * off;
    }
    return square;
}

/* Square of the distance to a piece; @p foot is the nearest point of it. */
static double piece_square(const piece *p, const double at[3], double foot[3])
{
    double share = 0, square = 0;
    for (int axis = 0; axis < 3; axis++)
        share += (at[axis] - p->from[axis]) * p->along[axis];
    share = fmin(fmax(share * p->inverse, 0), 1);
    for (int axis = 0; axis < 3; axis++) {
        foot[axis] = p->from[axis] + share * p->along[axis];
        square += (at[axis] - foot[axis]) * (at[axis] - foot[axis]);
    }
    return square;
}

static double search_leaf(const mintu_nearest *nearest, const node *leaf, const double at[3], double best, double foot[3],
                          long *row)
{
    for (size_t i = leaf->first; i < leaf->first + leaf->count; i++) {
        double here[3], square = piece_square(&nearest->pieces[i], at, here);
        if (square < best) {
            best = square;
            memcpy(foot, here, sizeof here);
            *row = (long)nearest->pieces[i].row;
        }
    }
    return best;
}

static void search(const mintu_nearest *nearest, const double at[3], double foot[3], long *row)
{
    size_t stack[DEPTH], depth = 0;
    double squares[DEPTH], best = INFINITY;
    stack[depth] = 0;
    squares[depth++] = 0;
    while (depth > 0) {
        size_t self = stack[--depth];
        const node *here = &nearest->nodes[self];
        if (squares[depth] >= best)
            continue;
        if (here->count > 0) {
            best = search_leaf(nearest, here, at, best, foot, row);
            continue;
        }
        size_t near = self + 1, far = here->first;
        double near_square = box_square(&nearest->nodes[near], at), far_square = box_square(&nearest->nodes[far], at);
        bool swap = far_square < near_square;
        stack[depth] = swap ? near : far;
        squares[depth++] = swap ? near_square : far_square;
        stack[depth] = swap ? far : near;
        squares[depth++] = swap ? far_square : near_square;
    }
}

void mintu_nearest_find(const mintu_nearest *nearest, const double *lonlat, size_t count, mintu_nearest_hit *out)
{
    for (size_t i = 0; i < count; i++) {
        const double *from = lonlat + 2 * i;
        double at[3], foot[3];
        out[i] = (mintu_nearest_hit){-1, {NAN, NAN}, NAN};
        if (!is_position(from))
            continue;
        mintu_space_from_degrees(from, at);
        search(nearest, at, foot, &out[i].row);
        mintu_space_to_degrees(foot, out[i].lonlat);
        out[i].distance_m = mintu_geodesic_distance(from[0], from[1], out[i].lonlat[0], out[i].lonlat[1]);
    }
}
