#include "route/route_target.h"

#include "base/array.h"
#include "base/error.h"
#include "geometry/datum.h"
#include "geometry/measure.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const char DOING[] = N_("preparing what routes lead to");
static const double PULL = 1e-7; /* of a degree, 1 cm: cut ends are drawn back so far that rounding leaves them on land */

static mintu_status add_piece(mintu_route_target *target, const double ends[4], size_t row, bool first, mintu_error *error)
{
    if (!MINTU_ARRAY_RESERVE(target->pieces, target->room, target->count + 1))
        return mintu_fail_memory(error, DOING);
    mintu_route_piece *piece = &target->pieces[target->count++];
    *piece = (mintu_route_piece){.chord = mintu_chord_make(ends, row), .first = first};
    memcpy(piece->lonlat, ends, sizeof piece->lonlat);
    return MINTU_STATUS_OK;
}

mintu_status mintu_route_target_point(const double lonlat[2], mintu_error *error, mintu_route_target *out)
{
    *out = (mintu_route_target){0};
    return add_piece(out, (const double[]){lonlat[0], lonlat[1], lonlat[0], lonlat[1]}, 0, true, error);
}

/* The edges of a line are geodesics: long ones become several edges. The line ends where a vertex is no position. */
static mintu_status densify(const mintu_shape *from, size_t part, mintu_shape *to, mintu_error *error)
{
    const double *xy = from->xy + 2 * from->starts[part];
    size_t count = from->starts[part + 1] - from->starts[part];
    mintu_shape_clear(to);
    to->type = MINTU_GEOMETRY_TYPE_LINE;
    mintu_status status = mintu_shape_part(to, true, error);
    if (status == MINTU_STATUS_OK && count > 0 && mintu_is_position(xy))
        status = mintu_shape_vertex(to, xy[0], xy[1], error);
    for (size_t v = 1; v < count && to->vertex_count > 0 && status == MINTU_STATUS_OK; v++) {
        if (!mintu_is_position(xy + 2 * v))
            break;
        status = mintu_shape_geodesic(to, xy + 2 * v - 2, xy + 2 * v, error);
    }
    return status;
}

/* Draws the first of two positions back towards the second. */
static void pull(double end[2], const double towards[2])
{
    double length = hypot(towards[0] - end[0], towards[1] - end[1]), share = length > 2 * PULL ? PULL / length : 0.5;
    end[0] += share * (towards[0] - end[0]);
    end[1] += share * (towards[1] - end[1]);
}

static mintu_status add_line(mintu_route_target *target, mintu_shape *shape, size_t part, size_t row, mintu_error *error)
{
    size_t first = shape->starts[part], end = shape->starts[part + 1];
    mintu_status status = MINTU_STATUS_OK;
    if (end - first < 2)
        return MINTU_STATUS_OK;
    pull(shape->xy + 2 * first, shape->xy + 2 * first + 2);
    pull(shape->xy + 2 * end - 2, shape->xy + 2 * end - 4);
    for (size_t v = first; v + 1 < end && status == MINTU_STATUS_OK; v++)
        status = add_piece(target, shape->xy + 2 * v, row, v == first, error);
    return status;
}

/* Adds what of a line is on land. */
static mintu_status add_on_land(const mintu_sight *sight, const mintu_shape *line, size_t row, mintu_route_target *target,
                                mintu_error *error)
{
    mintu_shape kept = {0};
    mintu_status status = mintu_sight_cut(sight, line, &kept, error);
    for (size_t part = 0; part < kept.part_count && status == MINTU_STATUS_OK; part++)
        status = add_line(target, &kept, part, row, error);
    mintu_shape_free(&kept);
    return status;
}

mintu_status mintu_route_target_lines(const mintu_sight *sight, const mintu_layer *lines, const unsigned char *mask,
                                      mintu_datum datum, mintu_error *error, mintu_route_target *out)
{
    mintu_shape shape = {0}, dense = {0};
    mintu_status status = MINTU_STATUS_OK;
    *out = (mintu_route_target){0};
    for (size_t row = 0; row < mintu_layer_count(lines) && status == MINTU_STATUS_OK; row++) {
        if (mask && !mask[row])
            continue;
        status = mintu_layer_shape(lines, row, &shape, error);
        if (status != MINTU_STATUS_OK || shape.type != MINTU_GEOMETRY_TYPE_LINE)
            continue;
        mintu_datum_to_wgs84(datum, shape.xy, shape.vertex_count);
        for (size_t part = 0; part < shape.part_count && status == MINTU_STATUS_OK; part++) {
            status = densify(&shape, part, &dense, error);
            if (status == MINTU_STATUS_OK && dense.vertex_count > 1)
                status = add_on_land(sight, &dense, row, out, error);
        }
    }
    mintu_shape_free(&shape);
    mintu_shape_free(&dense);
    if (status != MINTU_STATUS_OK)
        mintu_route_target_free(out);
    return status;
}

void mintu_route_target_free(mintu_route_target *target)
{
    free(target->pieces);
    *target = (mintu_route_target){0};
}

static int compare_feet(const void *a, const void *b)
{
    const mintu_route_foot *x = a, *y = b;
    if (x->chord != y->chord)
        return x->chord > y->chord ? 1 : -1;
    return (x->row > y->row) - (x->row < y->row);
}

size_t mintu_route_target_feet(const mintu_route_target *target, const double from[2], mintu_route_foot *out)
{
    double at[3], before = 1;
    size_t count = 0;
    mintu_space_from_degrees(from, at);
    for (size_t i = 0; i < target->count; i++) {
        const mintu_route_piece *piece = &target->pieces[i];
        double share = mintu_chord_share(&piece->chord, at), foot[3];
        bool near = (share > 0 || piece->first || before == 1) &&
                    (share < 1 || i + 1 == target->count || target->pieces[i + 1].first || piece->chord.inverse == 0);
        before = share;
        if (!near)
            continue;
        mintu_chord_point(&piece->chord, share, foot);
        const double *ends = piece->lonlat;
        out[count++] =
            (mintu_route_foot){.lonlat = {ends[0] + share * (ends[2] - ends[0]), ends[1] + share * (ends[3] - ends[1])},
                               .chord = mintu_space_chord(at, foot),
                               .row = (long)piece->chord.row};
    }
    qsort(out, count, sizeof *out, compare_feet);
    return count;
}
