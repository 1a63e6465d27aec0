/* The geometries of a layer as a whole, and points. */
#include "base/argument.h"
#include "layer/layer.h"
#include "layer/shape.h"

#include <math.h>

mintu_geometry_type mintu_layer_geometry_type(const mintu_layer *layer)
{
    if (!layer)
        return MINTU_GEOMETRY_TYPE_NONE;
    mintu_geometry_type all = MINTU_GEOMETRY_TYPE_NONE;
    for (size_t row = 0; row < layer->count; row++) {
        mintu_geometry_type one = layer->shapes[row] ? layer->shapes[row]->type : MINTU_GEOMETRY_TYPE_NONE;
        if (one == MINTU_GEOMETRY_TYPE_NONE || one == all)
            continue;
        if (all != MINTU_GEOMETRY_TYPE_NONE)
            return MINTU_GEOMETRY_TYPE_MIXED;
        all = one;
    }
    return all;
}

static mintu_status check_degrees(const mintu_layer *layer, size_t row, double lon, double lat, mintu_error *error)
{
    if (isfinite(lon) && isfinite(lat) && fabs(lon) <= 360 && fabs(lat) <= 90)
        return MINTU_STATUS_OK;
    return mintu_fail(
        error, MINTU_STATUS_INPUT,
        "giving row %zu of the layer %s a point: %g, %g is no position; expected longitude and latitude in degrees", row,
        layer->name, lon, lat);
}

mintu_status mintu_layer_point_set(mintu_layer *layer, size_t row, double lon, double lat, mintu_error *error)
{
    if (MINTU_GIVEN(error, layer))
        return MINTU_STATUS_USAGE;
    mintu_status status = mintu_layer_row_check(layer, row, error);
    if (status == MINTU_STATUS_OK)
        status = check_degrees(layer, row, lon, lat, error);
    if (status != MINTU_STATUS_OK)
        return status;
    double xy[2] = {lon, lat};
    size_t starts[2] = {0, 1};
    unsigned char outer = 1;
    const mintu_shape point = {
        .type = MINTU_GEOMETRY_TYPE_POINT, .xy = xy, .vertex_count = 1, .starts = starts, .outer = &outer, .part_count = 1};
    return mintu_layer_shape_set(layer, row, &point, error);
}

mintu_status mintu_layer_bounds(const mintu_layer *layer, double bounds[4], bool *found, mintu_error *error)
{
    if (MINTU_GIVEN(error, layer, bounds, found))
        return MINTU_STATUS_USAGE;
    (void)error;
    *found = false;
    for (size_t row = 0; row < layer->count; row++) {
        const mintu_shape *shape = layer->shapes[row];
        for (size_t i = 0; shape && i < shape->vertex_count; i++) {
            double x = shape->xy[2 * i], y = shape->xy[2 * i + 1];
            bounds[0] = *found ? fmin(bounds[0], x) : x;
            bounds[1] = *found ? fmin(bounds[1], y) : y;
            bounds[2] = *found ? fmax(bounds[2], x) : x;
            bounds[3] = *found ? fmax(bounds[3], y) : y;
            *found = true;
        }
    }
    return MINTU_STATUS_OK;
}
