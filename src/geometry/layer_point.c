#include "base/context.h"
#include "geometry/geos.h"
#include "layer/layer.h"
#include "layer/layer_data.h"

#include <math.h>

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

/* GEOS finds a point on any geometry, also on an invalid one. */
static mintu_status point_on(mintu_context *context, const mintu_layer *layer, size_t row, double lonlat[2], mintu_error *error)
{
    GEOSGeometry *geometry = NULL;
    mintu_status status = mintu_geos_from_row(context, layer, row, error, &geometry);
    if (status != MINTU_STATUS_OK)
        return status;
    GEOSGeometry *point = GEOSPointOnSurface_r(context->geos, geometry);
    if (!point || GEOSGeomGetX_r(context->geos, point, &lonlat[0]) != 1 ||
        GEOSGeomGetY_r(context->geos, point, &lonlat[1]) != 1)
        status = mintu_fail_geos(context, error, "finding a point inside a feature");
    GEOSGeom_destroy_r(context->geos, point);
    GEOSGeom_destroy_r(context->geos, geometry);
    return status;
}

mintu_status mintu_layer_point(mintu_context *context, const mintu_layer *layer, size_t row, double lonlat[2], bool *found,
                               mintu_error *error)
{
    OGRFeatureH feature;
    *found = false;
    mintu_status status = mintu_layer_row(layer, row, error, &feature);
    if (status != MINTU_STATUS_OK)
        return status;
    OGRGeometryH geometry = OGR_F_GetGeometryRef(feature);
    if (mintu_geometry_kind(geometry) == MINTU_GEOMETRY_TYPE_NONE)
        return MINTU_STATUS_OK;
    *found = true;
    if (OGR_GT_Flatten(OGR_G_GetGeometryType(geometry)) != wkbPoint) {
        status = point_on(context, layer, row, lonlat, error);
        *found = status == MINTU_STATUS_OK;
        return status;
    }
    lonlat[0] = OGR_G_GetX(geometry, 0);
    lonlat[1] = OGR_G_GetY(geometry, 0);
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
