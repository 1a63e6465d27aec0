#include "geometry/locator.h"

#include "geometry/handle.h"
#include "geometry/polygon.h"
#include "geometry/polygon_rows.h"

#include <math.h>
#include <stdlib.h>

struct mintu_locator {
    mintu_context *context;
    mintu_polygon_rows rows;
    const GEOSPreparedGeometry **prepared;
    GEOSSTRtree *tree;
    const GEOSGeometry *point; /* being looked for */
    long found;
    bool failed;
};

static bool prepare(mintu_locator *locator)
{
    GEOSContextHandle_t geos = locator->context->geos;
    locator->tree = mintu_polygon_rows_tree(locator->context, &locator->rows);
    locator->prepared = calloc(locator->rows.count + 1, sizeof(const GEOSPreparedGeometry *));
    bool good = locator->tree && locator->prepared;
    for (size_t row = 0; row < locator->rows.count && good; row++) {
        locator->prepared[row] = GEOSPrepare_r(geos, locator->rows.geometries[row]);
        good = locator->prepared[row];
    }
    return good;
}

mintu_status mintu_locator_new(mintu_context *context, const mintu_layer *polygons, mintu_error *error, mintu_locator **out)
{
    mintu_locator *locator = calloc(1, sizeof *locator);
    *out = NULL;
    if (!locator)
        return mintu_fail_memory(error, "preparing a point search");
    locator->context = context;
    mintu_status status = mintu_polygon_rows_read(context, polygons, true, error, &locator->rows);
    if (status == MINTU_STATUS_OK && !prepare(locator))
        status = mintu_fail_geos(context, error, "preparing a point search");
    if (status != MINTU_STATUS_OK) {
        mintu_locator_free(locator);
        return status;
    }
    *out = locator;
    return MINTU_STATUS_OK;
}

void mintu_locator_free(mintu_locator *locator)
{
    if (!locator)
        return;
    GEOSContextHandle_t geos = locator->context->geos;
    for (size_t row = 0; row < locator->rows.count && locator->prepared; row++)
        if (locator->prepared[row])
            GEOSPreparedGeom_destroy_r(geos, locator->prepared[row]);
    if (locator->tree)
        GEOSSTRtree_destroy_r(geos, locator->tree);
    mintu_polygon_rows_free(locator->context, &locator->rows);
    free(locator->prepared);
    free(locator);
}

static void try_row(void *item, void *user)
{
    mintu_locator *locator = user;
    GEOSGeometry *const *polygon = item;
    long row = (long)(polygon - locator->rows.geometries);
    if (locator->found >= 0 && locator->found < row)
        return;
    char hit = GEOSPreparedIntersects_r(locator->context->geos, locator->prepared[row], locator->point);
    locator->failed = locator->failed || hit == 2;
    if (hit == 1)
        locator->found = row;
}

mintu_status mintu_locator_find(mintu_locator *locator, double lon, double lat, long *row, mintu_error *error)
{
    GEOSContextHandle_t geos = locator->context->geos;
    *row = -1;
    if (!isfinite(lon) || !isfinite(lat))
        return mintu_fail(error, MINTU_STATUS_INPUT, "finding the polygon of a point: %g, %g is no position; expected degrees",
                          lon, lat);
    GEOSGeometry *point = GEOSGeom_createPointFromXY_r(geos, lon, lat);
    locator->point = point;
    locator->found = -1;
    locator->failed = !point;
    if (point)
        GEOSSTRtree_query_r(geos, locator->tree, point, try_row, locator);
    GEOSGeom_destroy_r(geos, point);
    if (locator->failed)
        return mintu_fail_geos(locator->context, error, "finding the polygon of a point");
    *row = locator->found;
    return MINTU_STATUS_OK;
}
