#include "geometry/locator.h"

#include "base/message.h"
#include "geometry/handle.h"
#include "geometry/polygon_rows.h"

#include <math.h>
#include <stdlib.h>

static const char DOING[] = N_("preparing a point search");

static bool prepare(mintu_locator *locator)
{
    locator->tree = mintu_polygon_rows_tree(locator->context, &locator->rows);
    locator->prepared = calloc(locator->rows.count + 1, sizeof(const GEOSPreparedGeometry *));
    bool good = locator->tree && locator->prepared;
    for (size_t row = 0; row < locator->rows.count && good; row++)
        good = (locator->prepared[row] = GEOSPrepare_r(locator->context->geos, locator->rows.geometries[row])) != NULL;
    return good;
}

mintu_status mintu_locator_over(mintu_context *context, mintu_polygon_rows *rows, mintu_error *error, mintu_locator **out)
{
    *out = calloc(1, sizeof **out);
    if (!*out) {
        mintu_polygon_rows_free(context, rows);
        return mintu_fail_memory(error, DOING);
    }
    **out = (mintu_locator){.context = context, .rows = *rows};
    if (prepare(*out))
        return MINTU_STATUS_OK;
    mintu_locator_free(*out);
    *out = NULL;
    return mintu_fail_geos(context, error, DOING);
}

mintu_status mintu_locator_new(mintu_context *context, const mintu_layer *polygons, mintu_error *error, mintu_locator **out)
{
    mintu_polygon_rows rows;
    *out = NULL;
    mintu_status status = mintu_polygon_rows_read(context, polygons, true, error, &rows);
    return status == MINTU_STATUS_OK ? mintu_locator_over(context, &rows, error, out) : status;
}

void mintu_locator_free(mintu_locator *locator)
{
    if (!locator)
        return;
    GEOSContextHandle_t geos = locator->context->geos;
    for (size_t row = 0; row < locator->rows.count && locator->prepared; row++)
        GEOSPreparedGeom_destroy_r(geos, locator->prepared[row]);
    GEOSSTRtree_destroy_r(geos, locator->tree);
    mintu_polygon_rows_free(locator->context, &locator->rows);
    free(locator->prepared);
    free(locator);
}

/* One question of a locator. */
typedef struct search {
    const mintu_locator *locator;
    const GEOSGeometry *point;
    long found;
    bool failed;
} search;

static void try_row(void *item, void *user)
{
    search *s = user;
    GEOSGeometry *const *polygon = item;
    long row = (long)(polygon - s->locator->rows.geometries);
    if (s->found >= 0 && s->found < row)
        return;
    char hit = GEOSPreparedIntersects_r(s->locator->context->geos, s->locator->prepared[row], s->point);
    s->failed = s->failed || hit == 2;
    if (hit == 1)
        s->found = row;
}

mintu_status mintu_locator_find(mintu_locator *locator, double lon, double lat, long *row, mintu_error *error)
{
    GEOSContextHandle_t geos = locator->context->geos;
    *row = -1;
    if (!isfinite(lon) || !isfinite(lat))
        return mintu_fail(error, MINTU_STATUS_INPUT, "finding the polygon of a point: %g, %g is no position; expected degrees",
                          lon, lat);
    GEOSGeometry *point = GEOSGeom_createPointFromXY_r(geos, lon, lat);
    search s = {locator, point, -1, !point};
    if (point)
        GEOSSTRtree_query_r(geos, locator->tree, point, try_row, &s);
    GEOSGeom_destroy_r(geos, point);
    if (s.failed)
        return mintu_fail_geos(locator->context, error, "finding the polygon of a point");
    *row = s.found;
    return MINTU_STATUS_OK;
}
