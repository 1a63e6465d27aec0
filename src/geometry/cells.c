#include "geometry/cells.h"

#include "base/earth.h"
#include "base/message.h"
#include "geometry/clip.h"
#include "geometry/handle.h"
#include "geometry/locator.h"
#include "geometry/polygon.h"
#include "layer/layer_copy.h"
#include "layer/layer_end.h"

#include <math.h>
#include <stdlib.h>

static const char doing[] = N_("making cells around points");

/* The points of a layer by row, longitudes shrunk so that both axes are equally long on the ground. */
typedef struct sites {
    double *xy;
    bool *present;
    size_t count;
    double shrink;
} sites;

static mintu_status read_sites(mintu_context *context, const mintu_layer *points, mintu_error *error, sites *out)
{
    double bounds[4] = {0};
    bool found;
    size_t count = mintu_layer_count(points);
    *out = (sites){calloc(2 * count + 2, sizeof(double)), calloc(count + 1, sizeof(bool)), count, 1};
    if (!out->xy || !out->present)
        return mintu_fail_memory(error, doing);
    mintu_status status = mintu_layer_bounds(points, bounds, &found, error);
    out->shrink = cos((bounds[1] + bounds[3]) / 2 * MINTU_DEGREE);
    for (size_t row = 0; row < count && status == MINTU_STATUS_OK; row++) {
        status = mintu_layer_point(context, points, row, out->xy + 2 * row, &out->present[row], error);
        out->xy[2 * row] *= out->shrink;
    }
    return status;
}

static GEOSGeometry *make_sites(mintu_context *context, const sites *all)
{
    GEOSGeometry **points = calloc(all->count + 1, sizeof(GEOSGeometry *));
    unsigned count = 0;
    for (size_t row = 0; row < all->count && points; row++)
        if (all->present[row] &&
            (points[count] = GEOSGeom_createPointFromXY_r(context->geos, all->xy[2 * row], all->xy[2 * row + 1])))
            count++;
    GEOSGeometry *together = points ? GEOSGeom_createCollection_r(context->geos, GEOS_MULTIPOINT, points, count) : NULL;
    free(points);
    return together;
}

/* The outline's box, so that the outermost cells reach over all of it. */
static GEOSGeometry *make_envelope(mintu_context *context, const mintu_layer *outline, double shrink)
{
    double box[4];
    bool found;
    if (mintu_layer_bounds(outline, box, &found, NULL) != MINTU_STATUS_OK || !found)
        return GEOSGeom_createEmptyPolygon_r(context->geos);
    return GEOSGeom_createRectangle_r(context->geos, box[0] * shrink - 1, box[1] - 1, box[2] * shrink + 1, box[3] + 1);
}

static int stretch(double *x, double *y, void *user)
{
    const double *shrink = user;
    (void)y;
    *x /= *shrink;
    return 1;
}

/* The cells, in GEOS's order, which is not the order of the points. */
static mintu_status make_cells(mintu_context *context, const sites *all, const mintu_layer *outline, mintu_error *error,
                               mintu_locator **out)
{
    GEOSContextHandle_t geos = context->geos;
    mintu_polygon_rows rows;
    GEOSGeometry *points = make_sites(context, all), *envelope = make_envelope(context, outline, all->shrink);
    GEOSGeometry *cells = points && envelope ? GEOSVoronoiDiagram_r(geos, points, envelope, 0, 0) : NULL;
    GEOSGeom_destroy_r(geos, points);
    GEOSGeom_destroy_r(geos, envelope);
    if (!cells)
        return mintu_fail_geos(context, error, doing);
    mintu_status status = mintu_polygon_rows_split(context, cells, error, &rows);
    GEOSGeom_destroy_r(geos, cells);
    return status == MINTU_STATUS_OK ? mintu_locator_over(context, &rows, error, out) : status;
}

/* All that making the cells needs; each part is freed at the end. */
typedef struct maker {
    mintu_context *context;
    const mintu_layer *points;
    sites sites;
    mintu_clipper *clipper;
    mintu_locator *cells;
    mintu_layer *out;
} maker;

/* A copy of the row's cell in degrees; NULL when the row has no point, or an earlier row at the same place has the cell. Sites are
 * inside their cells, so that only one holds a site. */
static mintu_status take_cell(maker *m, size_t row, mintu_error *error, GEOSGeometry **out)
{
    GEOSContextHandle_t geos = m->context->geos;
    const double *site = m->sites.xy + 2 * row;
    long found = -1;
    *out = NULL;
    mintu_status status =
        m->sites.present[row] ? mintu_locator_find(m->cells, site[0], site[1], &found, error) : MINTU_STATUS_OK;
    GEOSGeometry *cell = found < 0 ? NULL : m->cells->rows.geometries[found];
    /* A cell that is taken is marked by its user data. */
    if (!cell || GEOSGeom_getUserData_r(geos, cell))
        return status;
    GEOSGeom_setUserData_r(geos, cell, m);
    *out = GEOSGeom_transformXY_r(geos, cell, stretch, &m->sites.shrink);
    return *out ? status : mintu_fail_geos(m->context, error, doing);
}

static mintu_status add_row(maker *m, size_t row, mintu_error *error)
{
    GEOSGeometry *cell = NULL;
    mintu_status status = mintu_layer_row_copy(m->out, m->points, row, error);
    if (status == MINTU_STATUS_OK)
        status = take_cell(m, row, error, &cell);
    if (status == MINTU_STATUS_OK && cell)
        status = mintu_clipper_clip(m->clipper, &cell, error);
    if (status == MINTU_STATUS_OK && cell)
        status = mintu_geos_to_row(m->context, cell, m->out, row, error);
    GEOSGeom_destroy_r(m->context->geos, cell);
    return status;
}

static mintu_status make_layer(maker *m, const mintu_layer *outline, mintu_error *error)
{
    mintu_status status = mintu_layer_fields_copy(m->out, m->points, error);
    if (status == MINTU_STATUS_OK)
        status = read_sites(m->context, m->points, error, &m->sites);
    if (status == MINTU_STATUS_OK)
        status = mintu_clipper_new(m->context, outline, error, &m->clipper);
    if (status == MINTU_STATUS_OK)
        status = make_cells(m->context, &m->sites, outline, error, &m->cells);
    for (size_t row = 0; row < m->sites.count && status == MINTU_STATUS_OK; row++)
        status = add_row(m, row, error);
    return status;
}

mintu_status mintu_polygon_cells(mintu_context *context, const mintu_layer *points, const mintu_layer *outline,
                                 mintu_error *error, mintu_layer **out)
{
    maker m = {.context = context, .points = points};
    mintu_status status = mintu_layer_new(context, mintu_layer_name(points), error, out);
    m.out = *out;
    if (status == MINTU_STATUS_OK)
        status = make_layer(&m, outline, error);
    mintu_locator_free(m.cells);
    mintu_clipper_free(m.clipper);
    free(m.sites.xy);
    free(m.sites.present);
    return mintu_layer_end(status, out);
}
