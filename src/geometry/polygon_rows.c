#include "geometry/polygon_rows.h"

#include "geometry/handle.h"
#include "geometry/measure.h"
#include "layer/layer_value.h"

#include <stdlib.h>

GEOSGeometry *mintu_polygon_repair(mintu_context *context, const GEOSGeometry *polygon)
{
    GEOSMakeValidParams *how = GEOSMakeValidParams_create_r(context->geos);
    if (!how)
        return NULL;
    GEOSMakeValidParams_setMethod_r(context->geos, how, GEOS_MAKE_VALID_STRUCTURE);
    GEOSMakeValidParams_setKeepCollapsed_r(context->geos, how, 0);
    GEOSGeometry *valid = GEOSMakeValidWithParams_r(context->geos, polygon, how);
    GEOSMakeValidParams_destroy_r(context->geos, how);
    return valid;
}

static mintu_status check_type(const mintu_layer *layer, size_t row, mintu_error *error)
{
    mintu_shape shape = {0};
    mintu_status status = mintu_layer_shape(layer, row, &shape, error);
    if (status == MINTU_STATUS_OK && shape.type != MINTU_GEOMETRY_TYPE_POLYGON && shape.type != MINTU_GEOMETRY_TYPE_NONE) {
        char title[128];
        mintu_layer_row_title(layer, row, title, sizeof title);
        status = mintu_fail(error, MINTU_STATUS_INPUT,
                            "reading the polygons of the layer %s: %s is no polygon; give a layer of polygons",
                            mintu_layer_name(layer), title);
    }
    mintu_shape_free(&shape);
    return status;
}

static mintu_status read_row(mintu_context *context, const mintu_layer *layer, size_t row, bool repair, mintu_error *error,
                             GEOSGeometry **out)
{
    mintu_status status = check_type(layer, row, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_geos_from_row(context, layer, row, error, out);
    if (status != MINTU_STATUS_OK || !repair || GEOSisValid_r(context->geos, *out) == 1)
        return status;
    GEOSGeometry *valid = mintu_polygon_repair(context, *out);
    if (!valid)
        return mintu_fail_geos(context, error, "repairing a polygon");
    GEOSGeom_destroy_r(context->geos, *out);
    *out = valid;
    return MINTU_STATUS_OK;
}

mintu_status mintu_polygon_rows_read(mintu_context *context, const mintu_layer *layer, bool repair, mintu_error *error,
                                     mintu_polygon_rows *out)
{
    size_t count = mintu_layer_count(layer);
    *out = (mintu_polygon_rows){calloc(count + 1, sizeof(GEOSGeometry *)), count};
    mintu_status status = out->geometries ? MINTU_STATUS_OK : mintu_fail_memory(error, "reading polygons");
    for (size_t row = 0; row < count && status == MINTU_STATUS_OK; row++)
        status = read_row(context, layer, row, repair, error, &out->geometries[row]);
    if (status != MINTU_STATUS_OK)
        mintu_polygon_rows_free(context, out);
    return status;
}

mintu_status mintu_polygon_rows_split(mintu_context *context, const GEOSGeometry *all, mintu_error *error,
                                      mintu_polygon_rows *out)
{
    int count = GEOSGetNumGeometries_r(context->geos, all);
    *out = (mintu_polygon_rows){calloc((size_t)count + 1, sizeof(GEOSGeometry *)), 0};
    bool good = out->geometries;
    for (int i = 0; i < count && good; i++) {
        out->geometries[i] = GEOSGeom_clone_r(context->geos, GEOSGetGeometryN_r(context->geos, all, i));
        good = out->geometries[i] && ++out->count;
    }
    if (good)
        return MINTU_STATUS_OK;
    mintu_polygon_rows_free(context, out);
    return mintu_fail_geos(context, error, "taking polygons apart");
}

void mintu_polygon_rows_free(mintu_context *context, mintu_polygon_rows *rows)
{
    mintu_geos_free_all(context, rows->geometries, rows->count);
    *rows = (mintu_polygon_rows){0};
}

mintu_status mintu_polygon_area(mintu_context *context, const GEOSGeometry *geometry, mintu_error *error, double *km2)
{
    mintu_shape shape = {0};
    mintu_status status = mintu_geos_to_shape(context, geometry, MINTU_GEOMETRY_TYPE_POLYGON, &shape, error);
    *km2 = mintu_shape_area(&shape) / 1e6;
    mintu_shape_free(&shape);
    return status;
}

GEOSSTRtree *mintu_polygon_rows_tree(mintu_context *context, const mintu_polygon_rows *rows)
{
    GEOSSTRtree *tree = GEOSSTRtree_create_r(context->geos, 10);
    for (size_t row = 0; row < rows->count && tree; row++)
        if (GEOSisEmpty_r(context->geos, rows->geometries[row]) == 0)
            GEOSSTRtree_insert_r(context->geos, tree, rows->geometries[row], &rows->geometries[row]);
    return tree;
}
