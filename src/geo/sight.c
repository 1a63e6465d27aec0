#include "geo/sight.h"

#include "geo/polygon_rows.h"

#include <stdlib.h>

static const char DOING[] = "preparing the land for connectors";

struct mintu_sight {
    mintu_context *context;
    GEOSGeometry *land;
    const GEOSPreparedGeometry *prepared;
};

/* One geometry of all rows; takes them over. */
static GEOSGeometry *unite(mintu_context *context, mintu_polygon_rows *rows, double margin)
{
    GEOSGeometry *all =
        GEOSGeom_createCollection_r(context->geos, GEOS_GEOMETRYCOLLECTION, rows->geometries, (unsigned)rows->count);
    free(rows->geometries);
    *rows = (mintu_polygon_rows){0};
    GEOSGeometry *plain = all ? GEOSTopologyPreserveSimplify_r(context->geos, all, margin / 3) : NULL;
    GEOSGeom_destroy_r(context->geos, all);
    GEOSGeometry *grown = plain ? GEOSBuffer_r(context->geos, plain, margin, 2) : NULL;
    GEOSGeom_destroy_r(context->geos, plain);
    return grown;
}

mintu_status mintu_sight_new(mintu_context *context, const mintu_layer *land, double margin, mintu_error *error,
                             mintu_sight **out)
{
    mintu_polygon_rows rows = {0};
    *out = NULL;
    mintu_sight *sight = calloc(1, sizeof *sight);
    if (!sight)
        return mintu_fail_memory(error, DOING);
    sight->context = context;
    mintu_status status = mintu_polygon_rows_read(context, land, true, error, &rows);
    if (status == MINTU_STATUS_OK) {
        sight->land = unite(context, &rows, margin);
        sight->prepared = sight->land ? GEOSPrepare_r(context->geos, sight->land) : NULL;
        if (!sight->prepared)
            status = mintu_fail_geos(context, error, DOING);
    }
    if (status != MINTU_STATUS_OK) {
        mintu_sight_free(sight);
        return status;
    }
    *out = sight;
    return MINTU_STATUS_OK;
}

void mintu_sight_free(mintu_sight *sight)
{
    if (!sight)
        return;
    if (sight->prepared)
        GEOSPreparedGeom_destroy_r(sight->context->geos, sight->prepared);
    GEOSGeom_destroy_r(sight->context->geos, sight->land);
    free(sight);
}

mintu_status mintu_sight_clear(const mintu_sight *sight, const double from[2], const double to[2], mintu_error *error,
                               bool *out)
{
    GEOSContextHandle_t geos = sight->context->geos;
    double xy[4] = {from[0], from[1], to[0], to[1]};
    bool point = from[0] == to[0] && from[1] == to[1];
    GEOSGeometry *line = NULL;
    if (point)
        line = GEOSGeom_createPointFromXY_r(geos, from[0], from[1]);
    else {
        GEOSCoordSequence *ends = GEOSCoordSeq_copyFromBuffer_r(geos, xy, 2, 0, 0);
        line = ends ? GEOSGeom_createLineString_r(geos, ends) : NULL;
    }
    char covers = line ? GEOSPreparedCovers_r(geos, sight->prepared, line) : 2;
    GEOSGeom_destroy_r(geos, line);
    if (covers == 2)
        return mintu_fail_geos(sight->context, error, "looking whether a connector stays on land");
    *out = covers == 1;
    return MINTU_STATUS_OK;
}
