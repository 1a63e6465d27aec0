/* A point on the feature of a layer. */
#include "base/argument.h"
#include "geometry/geos.h"
#include "geometry/handle.h"

/* GEOS finds a point on any geometry, also on an invalid one. */
static mintu_status point_on(mintu_context *context, const mintu_layer *layer, size_t row, double lonlat[2], mintu_error *error)
{
    GEOSGeometry *geometry = NULL;
    mintu_status status = mintu_geos_from_row(context, layer, row, error, &geometry);
    if (status != MINTU_STATUS_OK)
        return status;
    GEOSGeometry *point = GEOSPointOnSurface_r(context->geos, geometry);
    if (!mintu_geos_point(context, point, lonlat))
        status = mintu_fail_geos(context, error, "finding a point inside a feature");
    GEOSGeom_destroy_r(context->geos, point);
    GEOSGeom_destroy_r(context->geos, geometry);
    return status;
}

mintu_status mintu_layer_point(mintu_context *context, const mintu_layer *layer, size_t row, double lonlat[2], bool *found,
                               mintu_error *error)
{
    if (MINTU_GIVEN(error, context, layer, lonlat, found))
        return MINTU_STATUS_USAGE;
    mintu_shape shape = {0};
    mintu_status status = mintu_layer_shape(layer, row, &shape, error);
    *found = status == MINTU_STATUS_OK && shape.type != MINTU_GEOMETRY_TYPE_NONE;
    bool point = *found && shape.type == MINTU_GEOMETRY_TYPE_POINT && shape.vertex_count == 1;
    if (point) {
        lonlat[0] = shape.xy[0];
        lonlat[1] = shape.xy[1];
    } else if (*found) {
        status = point_on(context, layer, row, lonlat, error);
        *found = status == MINTU_STATUS_OK;
    }
    mintu_shape_free(&shape);
    return status;
}
