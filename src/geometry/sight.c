#include "geometry/sight.h"

#include "base/message.h"
#include "geometry/geos.h"
#include "geometry/handle.h"
#include "geometry/polygon_rows.h"

#include <float.h>
#include <math.h>
#include <stdlib.h>

struct mintu_sight {
    mintu_context *context;
    GEOSGeometry *land;
    GEOSGeometry *barriers; /* that were taken from it; NULL: none */
    const GEOSPreparedGeometry *prepared;
};

static const char DOING[] = N_("preparing the land for connectors");

static const double SLIT = 1e-6; /* half the width in degrees that a barrier line takes from the land, 0.1 m */
enum { QUADRANT = 2 };           /* segments to a quarter circle */
enum { BARRIER_POSITIONS = 20000 };

/* The least box around the land's rows: west, south, east, north. */
static void find_box(mintu_context *context, const mintu_polygon_rows *land, double box[4])
{
    GEOSContextHandle_t geos = context->geos;
    double x0, y0, x1, y1;
    box[0] = box[1] = DBL_MAX;
    box[2] = box[3] = -DBL_MAX;
    for (size_t i = 0; i < land->count; i++) {
        const GEOSGeometry *row = land->geometries[i];
        if (GEOSisEmpty_r(geos, row) != 0 || GEOSGeom_getXMin_r(geos, row, &x0) != 1 ||
            GEOSGeom_getYMin_r(geos, row, &y0) != 1 || GEOSGeom_getXMax_r(geos, row, &x1) != 1 ||
            GEOSGeom_getYMax_r(geos, row, &y1) != 1)
            continue;
        box[0] = fmin(box[0], x0);
        box[1] = fmin(box[1], y0);
        box[2] = fmax(box[2], x1);
        box[3] = fmax(box[3], y1);
    }
}

/* Positions of a barrier in the land's box: what lies elsewhere in the world costs nothing. */
static size_t count_inside(mintu_context *context, const GEOSGeometry *barrier, const double box[4])
{
    GEOSGeometry *inside = GEOSClipByRect_r(context->geos, barrier, box[0], box[1], box[2], box[3]);
    int count = GEOSGetNumCoordinates_r(context->geos, inside ? inside : barrier);
    GEOSGeom_destroy_r(context->geos, inside);
    return count > 0 ? (size_t)count : 0;
}

/* The widened edges of dense barriers cross each other without end, so their positions in the land's box are counted. */
static mintu_status read_rows(mintu_context *context, const mintu_layer *layer, const double box[4], mintu_error *error,
                              mintu_polygon_rows *out)
{
    mintu_status status = MINTU_STATUS_OK;
    size_t positions = 0;
    for (size_t row = 0; row < mintu_layer_count(layer) && status == MINTU_STATUS_OK; row++) {
        GEOSGeometry *read = NULL;
        status = mintu_geos_from_row(context, layer, row, error, &read);
        if (read) {
            positions += count_inside(context, read, box);
            out->geometries[out->count++] = read;
        }
    }
    if (status == MINTU_STATUS_OK && positions > BARRIER_POSITIONS)
        status = mintu_fail(error, MINTU_STATUS_INPUT,
                            "%s: the barriers have %zu positions in the land's box; expected at most %d; generalise them",
                            mintu_message(DOING), positions, (int)BARRIER_POSITIONS);
    return status;
}

/* A line gets an area, so that a connector cannot slip through; what has none is left out. */
static mintu_status widen_rows(mintu_context *context, mintu_polygon_rows *rows, mintu_error *error)
{
    size_t kept = 0;
    bool good = true;
    for (size_t i = 0; i < rows->count; i++) {
        GEOSGeometry *row = rows->geometries[i];
        if (good && GEOSisValid_r(context->geos, row) != 1)
            row = mintu_geos_follow(context, row, mintu_polygon_repair(context, row));
        if (good && row)
            row = mintu_geos_follow(context, row, GEOSBuffer_r(context->geos, row, SLIT, 1));
        good = good && row;
        if (row && good && GEOSisEmpty_r(context->geos, row) != 1)
            rows->geometries[kept++] = row;
        else
            GEOSGeom_destroy_r(context->geos, row);
    }
    rows->count = kept;
    return good ? MINTU_STATUS_OK : mintu_fail_geos(context, error, "reading a barrier");
}

static mintu_status read_barriers(mintu_context *context, const mintu_layer *layer, const mintu_polygon_rows *land,
                                  mintu_error *error, GEOSGeometry **out)
{
    mintu_polygon_rows rows = {calloc(mintu_layer_count(layer) + 1, sizeof(GEOSGeometry *)), 0};
    double box[4];
    find_box(context, land, box);
    mintu_status status = rows.geometries ? read_rows(context, layer, box, error, &rows) : mintu_fail_memory(error, DOING);
    if (status == MINTU_STATUS_OK)
        status = widen_rows(context, &rows, error);
    if (status != MINTU_STATUS_OK || rows.count == 0)
        mintu_polygon_rows_free(context, &rows);
    else if (!(*out = mintu_geos_unite(context, rows.geometries, rows.count)))
        status = mintu_fail_geos(context, error, "uniting barriers");
    return status;
}

/* What lies within twice the margin of the barriers' edges. These are brought to a grid first, much finer than the margin: the
 * outlines of dense edges cross each other so often that widening them as they are takes minutes and gigabytes. */
static GEOSGeometry *widen(mintu_context *context, const GEOSGeometry *barriers, double margin)
{
    GEOSContextHandle_t geos = context->geos;
    GEOSGeometry *edges = GEOSBoundary_r(geos, barriers);
    if (edges)
        edges = mintu_geos_follow(context, edges, GEOSGeom_setPrecision_r(geos, edges, margin / 3, GEOS_PREC_NO_TOPO));
    if (edges) /* what follows is not of the grid */
        edges = mintu_geos_follow(context, edges, GEOSGeom_setPrecision_r(geos, edges, 0, GEOS_PREC_NO_TOPO));
    if (edges)
        edges = mintu_geos_follow(context, edges, GEOSUnaryUnion_r(geos, edges));
    return edges ? mintu_geos_follow(context, edges, GEOSBuffer_r(geos, edges, 2 * margin, QUADRANT)) : NULL;
}

/* Takes barriers from the grown land; beyond the plain land they are as wide as twice the margin. */
static GEOSGeometry *cut(mintu_context *context, GEOSGeometry *grown, const GEOSGeometry *plain, const GEOSGeometry *barriers,
                         double margin)
{
    GEOSContextHandle_t geos = context->geos;
    GEOSGeometry *wide = widen(context, barriers, margin);
    GEOSGeometry *land = GEOSUnaryUnion_r(geos, plain);
    GEOSGeometry *beyond = wide && land ? GEOSDifference_r(geos, wide, land) : NULL;
    GEOSGeometry *all = beyond ? GEOSUnion_r(geos, beyond, barriers) : NULL;
    GEOSGeometry *left = all ? GEOSDifference_r(geos, grown, all) : NULL;
    GEOSGeom_destroy_r(geos, wide);
    GEOSGeom_destroy_r(geos, land);
    GEOSGeom_destroy_r(geos, beyond);
    GEOSGeom_destroy_r(geos, all);
    return mintu_geos_follow(context, grown, left);
}

/* Takes the rows over. */
static GEOSGeometry *grow(mintu_context *context, mintu_polygon_rows *rows, const GEOSGeometry *barriers, double margin)
{
    GEOSGeometry *all = mintu_geos_collect(context, rows->geometries, rows->count);
    GEOSGeometry *plain =
        all ? mintu_geos_follow(context, all, GEOSTopologyPreserveSimplify_r(context->geos, all, margin / 3)) : NULL;
    *rows = (mintu_polygon_rows){0};
    GEOSGeometry *grown = plain ? GEOSBuffer_r(context->geos, plain, margin, QUADRANT) : NULL;
    if (grown && barriers)
        grown = cut(context, grown, plain, barriers, margin);
    GEOSGeom_destroy_r(context->geos, plain);
    return grown;
}

mintu_status mintu_sight_new(mintu_context *context, const mintu_layer *land, const mintu_layer *barriers, double margin,
                             mintu_error *error, mintu_sight **out)
{
    mintu_polygon_rows rows = {0};
    mintu_sight *sight = *out = calloc(1, sizeof *sight);
    if (!sight)
        return mintu_fail_memory(error, DOING);
    sight->context = context;
    mintu_status status = mintu_polygon_rows_read(context, land, true, error, &rows);
    if (status == MINTU_STATUS_OK && barriers)
        status = read_barriers(context, barriers, &rows, error, &sight->barriers);
    if (status == MINTU_STATUS_OK) {
        sight->land = grow(context, &rows, sight->barriers, margin);
        sight->prepared = sight->land ? GEOSPrepare_r(context->geos, sight->land) : NULL;
        if (!sight->prepared)
            status = mintu_fail_geos(context, error, DOING);
    }
    mintu_polygon_rows_free(context, &rows);
    if (status != MINTU_STATUS_OK) {
        mintu_sight_free(sight);
        *out = NULL;
    }
    return status;
}

void mintu_sight_free(mintu_sight *sight)
{
    if (!sight)
        return;
    GEOSPreparedGeom_destroy_r(sight->context->geos, sight->prepared);
    GEOSGeom_destroy_r(sight->context->geos, sight->land);
    GEOSGeom_destroy_r(sight->context->geos, sight->barriers);
    free(sight);
}

mintu_context *mintu_sight_context(const mintu_sight *sight)
{
    return sight->context;
}

mintu_status mintu_sight_land(const mintu_sight *sight, mintu_shape *out, mintu_error *error)
{
    return mintu_geos_to_shape(sight->context, sight->land, MINTU_GEOMETRY_TYPE_POLYGON, out, error);
}

mintu_status mintu_sight_cut(const mintu_sight *sight, const mintu_shape *line, mintu_shape *out, mintu_error *error)
{
    GEOSContextHandle_t geos = sight->context->geos;
    GEOSGeometry *whole = mintu_geos_from_shape(sight->context, line);
    GEOSGeometry *inside = whole ? GEOSIntersection_r(geos, whole, sight->land) : NULL;
    mintu_status status = inside ? mintu_geos_to_shape(sight->context, inside, MINTU_GEOMETRY_TYPE_LINE, out, error)
                                 : mintu_fail_geos(sight->context, error, "looking which part of a line is on land");
    GEOSGeom_destroy_r(geos, whole);
    GEOSGeom_destroy_r(geos, inside);
    return status;
}

/* The line between two positions, or the point when they are one. NULL when GEOS failed. */
static GEOSGeometry *line_between(GEOSContextHandle_t geos, const double from[2], const double to[2])
{
    const double xy[4] = {from[0], from[1], to[0], to[1]};
    if (from[0] == to[0] && from[1] == to[1])
        return GEOSGeom_createPointFromXY_r(geos, from[0], from[1]);
    GEOSCoordSequence *ends = GEOSCoordSeq_copyFromBuffer_r(geos, xy, 2, 0, 0);
    return ends ? GEOSGeom_createLineString_r(geos, ends) : NULL;
}

mintu_status mintu_sight_clear(const mintu_sight *sight, const double from[2], const double to[2], mintu_error *error,
                               bool *out)
{
    GEOSContextHandle_t geos = sight->context->geos;
    GEOSGeometry *line = line_between(geos, from, to);
    char covers = (char)(line ? GEOSPreparedCovers_r(geos, sight->prepared, line) : 2);
    GEOSGeom_destroy_r(geos, line);
    if (covers == 2)
        return mintu_fail_geos(sight->context, error, "looking whether a connector stays on land");
    *out = covers == 1;
    return MINTU_STATUS_OK;
}

mintu_status mintu_sight_unbarred(const mintu_sight *sight, const double from[2], const double to[2], mintu_error *error,
                                  bool *out)
{
    GEOSContextHandle_t geos = sight->context->geos;
    *out = true;
    if (!sight->barriers || (from[0] == to[0] && from[1] == to[1]))
        return MINTU_STATUS_OK;
    GEOSGeometry *line = line_between(geos, from, to);
    char apart = (char)(line ? GEOSDisjoint_r(geos, line, sight->barriers) : 2);
    GEOSGeom_destroy_r(geos, line);
    *out = apart == 1;
    return apart == 2 ? mintu_fail_geos(sight->context, error, "looking whether a barrier is in the way") : MINTU_STATUS_OK;
}
