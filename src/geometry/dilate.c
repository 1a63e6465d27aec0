#include "geometry/dilate.h"

#include "geometry/handle.h"
#include "geometry/polygon.h"
#include "geometry/polygon_rows.h"

/* Two segments to a quarter circle: what is added is smaller than any map shows. */
enum { QUADRANT = 2 };

mintu_status mintu_polygon_dilate(mintu_context *context, mintu_layer *layer, double degrees, mintu_error *error)
{
    mintu_polygon_rows rows = {0};
    mintu_status status = mintu_polygon_rows_read(context, layer, true, error, &rows);
    for (size_t row = 0; row < rows.count && status == MINTU_STATUS_OK; row++) {
        GEOSGeometry *larger = GEOSBuffer_r(context->geos, rows.geometries[row], degrees, QUADRANT);
        status = larger ? mintu_geos_to_row(context, larger, layer, row, error)
                        : mintu_fail_geos(context, error, "dilating polygons");
        GEOSGeom_destroy_r(context->geos, larger);
    }
    mintu_polygon_rows_free(context, &rows);
    return status;
}
