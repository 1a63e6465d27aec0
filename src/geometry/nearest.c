#include "geometry/nearest.h"

#include "base/argument.h"
#include "base/context.h"
#include "base/error.h"
#include "geometry/chords.h"
#include "geometry/datum.h"
#include "geometry/measure.h"
#include "layer/shape.h"

#include <math.h>
#include <stdlib.h>

static const char DOING[] = N_("indexing lines");

struct mintu_nearest {
    mintu_chords chords;
};

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
        if (!mintu_chords_add(&nearest->chords, pieces->xy + 2 * v, row))
            status = mintu_fail_memory(error, DOING);
    return status;
}

static mintu_status add_row(mintu_nearest *nearest, const mintu_shape *shape, size_t row, mintu_error *error)
{
    mintu_shape pieces = {0};
    mintu_status status = MINTU_STATUS_OK;
    for (size_t part = 0; part < shape->part_count; part++)
        for (size_t v = shape->starts[part]; v + 1 < shape->starts[part + 1] && status == MINTU_STATUS_OK; v++) {
            const double *a = shape->xy + 2 * v;
            if (mintu_is_position(a) && mintu_is_position(a + 2))
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
        size_t before = nearest->chords.count;
        if (mask && !mask[row])
            continue;
        status = mintu_context_steps(context, row, (double)NAN, DOING, error);
        if (status == MINTU_STATUS_OK)
            status = mintu_layer_shape(lines, row, &shape, error);
        if (status == MINTU_STATUS_OK && shape.type == MINTU_GEOMETRY_TYPE_LINE) {
            mintu_datum_to_wgs84(datum, shape.xy, shape.vertex_count);
            status = add_row(nearest, &shape, row, error);
        }
        if (status == MINTU_STATUS_OK && nearest->chords.count == before)
            mintu_context_notice(context, "row %zu of the lines %s is left out: it holds no line with a length", row + 1,
                                 mintu_layer_name(lines));
    }
    mintu_shape_free(&shape);
    if (status == MINTU_STATUS_OK && nearest->chords.count == 0)
        status = mintu_fail(error, MINTU_STATUS_INPUT,
                            "indexing the lines %s: none of %zu rows holds a line; expected lines of two points or more",
                            mintu_layer_name(lines), mintu_layer_count(lines));
    return status;
}

mintu_status mintu_nearest_rows(mintu_context *context, const mintu_layer *lines, const unsigned char *mask, mintu_datum datum,
                                mintu_error *error, mintu_nearest **out)
{
    *out = calloc(1, sizeof **out);
    mintu_status status = *out ? read_rows(context, *out, lines, mask, datum, error) : mintu_fail_memory(error, DOING);
    if (status == MINTU_STATUS_OK && !mintu_chords_index(&(*out)->chords))
        status = mintu_fail_memory(error, DOING);
    if (status != MINTU_STATUS_OK) {
        mintu_nearest_free(*out);
        *out = NULL;
    }
    return status;
}

mintu_status mintu_nearest_new(mintu_context *context, const mintu_layer *lines, mintu_datum datum, mintu_error *error,
                               mintu_nearest **out)
{
    if (MINTU_GIVEN_OUT(error, out, context, lines))
        return MINTU_STATUS_USAGE;
    return mintu_nearest_rows(context, lines, NULL, datum, error, out);
}

void mintu_nearest_free(mintu_nearest *nearest)
{
    if (!nearest)
        return;
    mintu_chords_free(&nearest->chords);
    free(nearest);
}

void mintu_nearest_find(const mintu_nearest *nearest, const double *lonlat, size_t count, mintu_nearest_hit *out)
{
    static const double nowhere[2] = {NAN, NAN};
    for (size_t i = 0; i < count && out; i++) {
        const double *from = lonlat ? lonlat + 2 * i : nowhere;
        double at[3], foot[3] = {0};
        out[i] = (mintu_nearest_hit){-1, {NAN, NAN}, NAN};
        if (!nearest || !mintu_is_position(from))
            continue;
        mintu_space_from_degrees(from, at);
        out[i].row = (long)mintu_chords_nearest(&nearest->chords, at, MINTU_CHORDS_NONE, foot);
        mintu_space_to_degrees(foot, out[i].lonlat);
        out[i].distance_m = mintu_geodesic_distance(from[0], from[1], out[i].lonlat[0], out[i].lonlat[1]);
    }
}
