#include "layer/layer_geometry.h"

#include "layer/layer.h"

#include <math.h>

mintu_geometry_type mintu_geometry_kind(OGRGeometryH geometry)
{
    if (!geometry || OGR_G_IsEmpty(geometry))
        return MINTU_GEOMETRY_TYPE_NONE;
    switch (OGR_GT_Flatten(OGR_G_GetGeometryType(geometry))) {
    case wkbPoint:
    case wkbMultiPoint:
        return MINTU_GEOMETRY_TYPE_POINT;
    case wkbLineString:
    case wkbMultiLineString:
        return MINTU_GEOMETRY_TYPE_LINE;
    case wkbPolygon:
    case wkbMultiPolygon:
        return MINTU_GEOMETRY_TYPE_POLYGON;
    default:
        return MINTU_GEOMETRY_TYPE_END;
    }
}

mintu_geometry_type mintu_layer_geometry_type(const mintu_layer *layer)
{
    mintu_geometry_type all = MINTU_GEOMETRY_TYPE_NONE;
    for (size_t row = 0; row < layer->count; row++) {
        mintu_geometry_type one = mintu_geometry_kind(OGR_F_GetGeometryRef(layer->rows[row]));
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
    OGRFeatureH feature;
    mintu_status status = mintu_layer_row(layer, row, error, &feature);
    if (status == MINTU_STATUS_OK)
        status = check_degrees(layer, row, lon, lat, error);
    if (status != MINTU_STATUS_OK)
        return status;
    OGRGeometryH point = OGR_G_CreateGeometry(wkbPoint);
    if (!point)
        return mintu_fail_memory(error, "building a layer");
    OGR_G_SetPoint_2D(point, 0, lon, lat);
    OGR_F_SetGeometryDirectly(feature, point);
    return MINTU_STATUS_OK;
}

mintu_status mintu_layer_bounds(const mintu_layer *layer, double bounds[4], bool *found, mintu_error *error)
{
    (void)error;
    *found = false;
    for (size_t row = 0; row < layer->count; row++) {
        OGRGeometryH geometry = OGR_F_GetGeometryRef(layer->rows[row]);
        if (mintu_geometry_kind(geometry) == MINTU_GEOMETRY_TYPE_NONE)
            continue;
        OGREnvelope box;
        OGR_G_GetEnvelope(geometry, &box);
        bounds[0] = *found ? fmin(bounds[0], box.MinX) : box.MinX;
        bounds[1] = *found ? fmin(bounds[1], box.MinY) : box.MinY;
        bounds[2] = *found ? fmax(bounds[2], box.MaxX) : box.MaxX;
        bounds[3] = *found ? fmax(bounds[3], box.MaxY) : box.MaxY;
        *found = true;
    }
    return MINTU_STATUS_OK;
}
