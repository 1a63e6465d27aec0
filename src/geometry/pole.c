#include "geometry/pole.h"

#include "base/message.h"
#include "geometry/geos.h"
#include "geometry/handle.h"

static bool circle_ends(mintu_context *context, const GEOSGeometry *circle, double xy[2], double *radius)
{
    GEOSGeometry *centre = GEOSGeomGetStartPoint_r(context->geos, circle);
    bool good = mintu_geos_point(context, centre, xy) && GEOSGeomGetLength_r(context->geos, circle, radius) == 1;
    GEOSGeom_destroy_r(context->geos, centre);
    return good;
}

mintu_status mintu_shape_pole(mintu_context *context, const mintu_shape *shape, double tolerance, double xy[2], double *radius,
                              mintu_error *error)
{
    static const char DOING[] = N_("finding the middle of an area");
    GEOSGeometry *area = mintu_geos_from_shape(context, shape);
    double size = 0;
    *radius = 0;
    if (!area)
        return mintu_fail_geos(context, error, DOING);
    mintu_status status = MINTU_STATUS_OK;
    if (GEOSArea_r(context->geos, area, &size) != 1)
        status = mintu_fail_geos(context, error, DOING);
    GEOSGeometry *circle = size > 0 ? GEOSMaximumInscribedCircle_r(context->geos, area, tolerance) : NULL;
    if (size > 0 && !(circle && circle_ends(context, circle, xy, radius)))
        status = mintu_fail_geos(context, error, DOING);
    GEOSGeom_destroy_r(context->geos, circle);
    GEOSGeom_destroy_r(context->geos, area);
    return status;
}
