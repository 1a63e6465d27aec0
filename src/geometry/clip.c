#include "geometry/clip.h"

#include "geometry/handle.h"
#include "geometry/locator.h"
#include "geometry/polygon.h"

#include <stdlib.h>

/* Two segments to a quarter circle: what is added is smaller than any map shows. */
enum { QUADRANT = 2 };

/* A tenth of a millimetre. Where a border between neighbours meets the coast, both get the same vertex on this grid. */
static const double CLIP_GRID = 1e-9;

struct mintu_clipper {
    mintu_context *context;
    mintu_locator *land;   /* single polygons that do not overlap */
    GEOSGeometry *subject; /* being clipped, and what of it was found to be on land */
    GEOSGeometry **pieces;
    size_t piece_count;
    bool failed;
};

/* Land is united first, so that clipping leaves no seams between land polygons. */
static mintu_status unite(mintu_context *context, const mintu_layer *land, mintu_error *error, mintu_locator **out)
{
    mintu_polygon_rows rows;
    mintu_status status = mintu_polygon_rows_read(context, land, true, error, &rows);
    if (status != MINTU_STATUS_OK)
        return status;
    GEOSGeometry *united = mintu_geos_unite(context, rows.geometries, rows.count);
    status = united ? mintu_polygon_rows_split(context, united, error, &rows)
                    : mintu_fail_geos(context, error, "uniting the land to clip to");
    GEOSGeom_destroy_r(context->geos, united);
    return status == MINTU_STATUS_OK ? mintu_locator_over(context, &rows, error, out) : status;
}

mintu_status mintu_clipper_new(mintu_context *context, const mintu_layer *land, mintu_error *error, mintu_clipper **out)
{
    *out = calloc(1, sizeof **out);
    if (!*out)
        return mintu_fail_memory(error, "clipping polygons");
    (*out)->context = context;
    mintu_status status = unite(context, land, error, &(*out)->land);
    if (status == MINTU_STATUS_OK) {
        (*out)->pieces = calloc((*out)->land->rows.count + 1, sizeof(GEOSGeometry *));
        if (!(*out)->pieces)
            status = mintu_fail_memory(error, "clipping polygons");
    }
    if (status != MINTU_STATUS_OK) {
        mintu_clipper_free(*out);
        *out = NULL;
    }
    return status;
}

void mintu_clipper_free(mintu_clipper *clipper)
{
    if (!clipper)
        return;
    mintu_locator_free(clipper->land);
    free(clipper->pieces);
    free(clipper);
}

/* The whole subject by the same operation that cuts its neighbours, so that they are rounded alike. */
static GEOSGeometry *snap(mintu_clipper *clipper)
{
    GEOSContextHandle_t geos = clipper->context->geos;
    double box[4];
    if (!GEOSGeom_getXMin_r(geos, clipper->subject, &box[0]) || !GEOSGeom_getYMin_r(geos, clipper->subject, &box[1]) ||
        !GEOSGeom_getXMax_r(geos, clipper->subject, &box[2]) || !GEOSGeom_getYMax_r(geos, clipper->subject, &box[3]))
        return NULL;
    GEOSGeometry *around = GEOSGeom_createRectangle_r(geos, box[0] - 1, box[1] - 1, box[2] + 1, box[3] + 1);
    GEOSGeometry *snapped = around ? GEOSIntersectionPrec_r(geos, clipper->subject, around, CLIP_GRID) : NULL;
    GEOSGeom_destroy_r(geos, around);
    return snapped;
}

/* The part of the subject on one land polygon. One that lies on it wholly is only put on the grid, as its neighbours are. */
static GEOSGeometry *cut(mintu_clipper *clipper, size_t land)
{
    GEOSContextHandle_t geos = clipper->context->geos;
    switch (GEOSPreparedCovers_r(geos, clipper->land->prepared[land], clipper->subject)) {
    case 0:
        return GEOSIntersectionPrec_r(geos, clipper->subject, clipper->land->rows.geometries[land], CLIP_GRID);
    case 1:
        return snap(clipper);
    default:
        return NULL;
    }
}

static void clip_piece(void *item, void *user)
{
    mintu_clipper *clipper = user;
    GEOSGeometry *const *land = item;
    GEOSContextHandle_t geos = clipper->context->geos;
    if (clipper->failed)
        return;
    GEOSGeometry *piece = cut(clipper, (size_t)(land - clipper->land->rows.geometries));
    clipper->failed = !piece;
    if (piece && GEOSisEmpty_r(geos, piece) == 0)
        clipper->pieces[clipper->piece_count++] = piece;
    else
        GEOSGeom_destroy_r(geos, piece);
}

mintu_status mintu_clipper_clip(mintu_clipper *clipper, GEOSGeometry **polygon, mintu_error *error)
{
    GEOSContextHandle_t geos = clipper->context->geos;
    clipper->subject = *polygon;
    clipper->failed = false;
    if (GEOSisEmpty_r(geos, *polygon) == 0)
        GEOSSTRtree_query_r(geos, clipper->land->tree, *polygon, clip_piece, clipper);
    /* The pieces touch at most in points. */
    GEOSGeometry *clipped =
        GEOSGeom_createCollection_r(geos, GEOS_GEOMETRYCOLLECTION, clipper->pieces, (unsigned)clipper->piece_count);
    clipper->piece_count = 0;
    if (clipper->failed || !clipped) {
        GEOSGeom_destroy_r(geos, clipped);
        return mintu_fail_geos(clipper->context, error, "clipping a polygon");
    }
    *polygon = mintu_geos_follow(clipper->context, *polygon, clipped);
    return MINTU_STATUS_OK;
}

mintu_status mintu_polygon_clip(mintu_context *context, mintu_layer *layer, const mintu_layer *land, mintu_error *error)
{
    mintu_clipper *clipper = NULL;
    mintu_polygon_rows rows = {0};
    mintu_status status = mintu_clipper_new(context, land, error, &clipper);
    if (status == MINTU_STATUS_OK)
        status = mintu_polygon_rows_read(context, layer, true, error, &rows);
    for (size_t row = 0; row < rows.count && status == MINTU_STATUS_OK; row++) {
        status = mintu_clipper_clip(clipper, &rows.geometries[row], error);
        if (status == MINTU_STATUS_OK)
            status = mintu_geos_to_row(context, rows.geometries[row], layer, row, error);
    }
    mintu_polygon_rows_free(context, &rows);
    mintu_clipper_free(clipper);
    return status;
}

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
