#include "layer/shape.h"

#include "base/array.h"
#include "layer/layer.h"
#include "layer/layer_value.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static mintu_status fail_memory(mintu_error *error)
{
    return mintu_fail_memory(error, "reading a geometry");
}

static bool reserve_vertices(mintu_shape *shape, size_t need)
{
    return need <= SIZE_MAX / 4 && mintu_array_reserve(&shape->xy, &shape->vertex_room, need, 2 * sizeof *shape->xy);
}

/* One element more than parts, for the end of the last one. */
static bool reserve_parts(mintu_shape *shape, size_t need)
{
    return MINTU_ARRAY_RESERVE(shape->starts, shape->part_room, need + 1) &&
           MINTU_ARRAY_RESERVE(shape->outer, shape->outer_room, need + 1);
}

mintu_status mintu_shape_part(mintu_shape *shape, bool outer, mintu_error *error)
{
    if (!reserve_parts(shape, shape->part_count + 1))
        return fail_memory(error);
    shape->starts[shape->part_count] = shape->vertex_count;
    shape->outer[shape->part_count++] = outer;
    shape->starts[shape->part_count] = shape->vertex_count;
    return MINTU_STATUS_OK;
}

mintu_status mintu_shape_vertex(mintu_shape *shape, double x, double y, mintu_error *error)
{
    if (!reserve_vertices(shape, shape->vertex_count + 1))
        return fail_memory(error);
    shape->xy[2 * shape->vertex_count] = x;
    shape->xy[2 * shape->vertex_count + 1] = y;
    shape->vertex_count++;
    if (shape->part_count)
        shape->starts[shape->part_count] = shape->vertex_count;
    return MINTU_STATUS_OK;
}

void mintu_shape_clear(mintu_shape *shape)
{
    shape->type = MINTU_GEOMETRY_TYPE_NONE;
    shape->vertex_count = shape->part_count = 0;
}

void mintu_shape_free(mintu_shape *shape)
{
    free(shape->xy);
    free(shape->starts);
    free(shape->outer);
    *shape = (mintu_shape){0};
}

mintu_status mintu_shape_vertices(mintu_shape *shape, size_t count, mintu_error *error, double **out)
{
    if (!reserve_vertices(shape, shape->vertex_count + count))
        return fail_memory(error);
    *out = shape->xy + 2 * shape->vertex_count;
    shape->vertex_count += count;
    shape->starts[shape->part_count] = shape->vertex_count;
    return MINTU_STATUS_OK;
}

/* A copy that is one piece of memory, no larger than it must be. */
static mintu_shape *copy_compact(const mintu_shape *from)
{
    size_t xy = 2 * from->vertex_count * sizeof *from->xy, starts = (from->part_count + 1) * sizeof *from->starts;
    mintu_shape *shape = malloc(sizeof *shape + xy + starts + from->part_count);
    if (!shape)
        return NULL;
    char *at = (char *)(shape + 1);
    *shape = (mintu_shape){.type = from->type, .vertex_count = from->vertex_count, .part_count = from->part_count};
    shape->xy = memcpy(at, from->xy, xy);
    shape->starts = memcpy(at + xy, from->starts, starts);
    shape->outer = memcpy(at + xy + starts, from->outer, from->part_count);
    return shape;
}

mintu_status mintu_layer_shape(const mintu_layer *layer, size_t row, mintu_shape *shape, mintu_error *error)
{
    mintu_shape_clear(shape);
    return mintu_layer_shape_add(layer, row, shape, error);
}

mintu_status mintu_layer_shape_add(const mintu_layer *layer, size_t row, mintu_shape *shape, mintu_error *error)
{
    size_t vertices = shape->vertex_count, parts = shape->part_count;
    shape->type = MINTU_GEOMETRY_TYPE_NONE;
    mintu_status status = mintu_layer_row_check(layer, row, error);
    const mintu_shape *from = status == MINTU_STATUS_OK ? layer->shapes[row] : NULL;
    if (!from)
        return status;
    if (!reserve_vertices(shape, vertices + from->vertex_count) || !reserve_parts(shape, parts + from->part_count))
        return fail_memory(error);
    memcpy(shape->xy + 2 * vertices, from->xy, 2 * from->vertex_count * sizeof *shape->xy);
    memcpy(shape->outer + parts, from->outer, from->part_count);
    for (size_t part = 0; part <= from->part_count; part++)
        shape->starts[parts + part] = vertices + from->starts[part];
    shape->type = from->type;
    shape->vertex_count += from->vertex_count;
    shape->part_count += from->part_count;
    return MINTU_STATUS_OK;
}

static mintu_status check_finite(const mintu_layer *layer, size_t row, const mintu_shape *shape, mintu_error *error)
{
    for (size_t i = 0; i < 2 * shape->vertex_count; i++)
        if (!isfinite(shape->xy[i])) {
            char title[128];
            mintu_layer_row_title(layer, row, title, sizeof title);
            return mintu_fail(error, MINTU_STATUS_INPUT,
                              "giving %s of the layer %s a geometry: vertex %zu is not finite; expected degrees", title,
                              layer->name, i / 2 + 1);
        }
    return MINTU_STATUS_OK;
}

mintu_status mintu_layer_shape_set(mintu_layer *layer, size_t row, const mintu_shape *shape, mintu_error *error)
{
    mintu_status status = mintu_layer_row_check(layer, row, error);
    if (status == MINTU_STATUS_OK)
        status = check_finite(layer, row, shape, error);
    if (status != MINTU_STATUS_OK)
        return status;
    if (shape->type > MINTU_GEOMETRY_TYPE_POLYGON || shape->vertex_count > INT32_MAX)
        return mintu_fail(error, MINTU_STATUS_USAGE,
                          "giving a feature of the layer %s a geometry: expected points, lines or polygons", layer->name);
    mintu_shape *copy = NULL;
    if (shape->type != MINTU_GEOMETRY_TYPE_NONE && shape->part_count > 0 && !(copy = copy_compact(shape)))
        return fail_memory(error);
    free(layer->shapes[row]);
    layer->shapes[row] = copy;
    return MINTU_STATUS_OK;
}
