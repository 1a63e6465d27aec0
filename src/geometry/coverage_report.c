#include "geometry/coverage_report.h"

#include "geometry/handle.h"
#include "geometry/polygon.h"
#include "geometry/polygon_rows.h"

#include <stdio.h>

typedef struct reporter {
    mintu_context *context;
    const mintu_polygon_rows *rows;
    size_t row;
    mintu_error *error;
    mintu_status status;
    mintu_coverage_report *report;
} reporter;

static void check_valid(mintu_context *context, const GEOSGeometry *polygon, size_t row, mintu_coverage_report *out)
{
    char *reason = NULL;
    if (GEOSisValidDetail_r(context->geos, polygon, 0, &reason, NULL) != 1) {
        if (out->invalid == 0) {
            out->first_invalid = row;
            snprintf(out->reason, sizeof out->reason, "%s", reason ? reason : "");
        }
        out->invalid++;
    }
    GEOSFree_r(context->geos, reason);
}

/* Adds the area that a row of the tree shares with the row at hand; each pair is met twice and counted once. */
static void add_overlap(void *item, void *user)
{
    reporter *r = user;
    GEOSGeometry *const *other = item, *own = r->rows->geometries[r->row];
    if (r->status != MINTU_STATUS_OK || (size_t)(other - r->rows->geometries) <= r->row)
        return;
    double km2 = 0;
    GEOSGeometry *shared = GEOSIntersection_r(r->context->geos, own, *other);
    r->status = shared ? mintu_polygon_area(r->context, shared, r->error, &km2)
                       : mintu_fail_geos(r->context, r->error, "measuring the overlap of polygons");
    r->report->overlap_km2 += km2;
    GEOSGeom_destroy_r(r->context->geos, shared);
}

static mintu_status measure(mintu_context *context, const mintu_polygon_rows *rows, mintu_coverage_report *out,
                            mintu_error *error)
{
    GEOSSTRtree *tree = mintu_polygon_rows_tree(context, rows);
    reporter r = {.context = context, .rows = rows, .error = error, .report = out};
    if (!tree)
        return mintu_fail_geos(context, error, "measuring polygons");
    for (; r.row < rows->count && r.status == MINTU_STATUS_OK; r.row++) {
        double km2;
        r.status = mintu_polygon_area(context, rows->geometries[r.row], error, &km2);
        out->area_km2 += km2;
        if (r.status == MINTU_STATUS_OK && GEOSisEmpty_r(context->geos, rows->geometries[r.row]) == 0)
            GEOSSTRtree_query_r(context->geos, tree, rows->geometries[r.row], add_overlap, &r);
    }
    out->area_km2 -= out->overlap_km2;
    GEOSSTRtree_destroy_r(context->geos, tree);
    return r.status;
}

mintu_status mintu_polygon_report(mintu_context *context, const mintu_layer *layer, mintu_coverage_report *out,
                                  mintu_error *error)
{
    mintu_polygon_rows rows;
    *out = (mintu_coverage_report){0};
    mintu_status status = mintu_polygon_rows_read(context, layer, false, error, &rows);
    if (status != MINTU_STATUS_OK)
        return status;
    for (size_t row = 0; row < rows.count; row++)
        check_valid(context, rows.geometries[row], row, out);
    mintu_polygon_rows_free(context, &rows);
    status = mintu_polygon_rows_read(context, layer, true, error, &rows);
    if (status == MINTU_STATUS_OK)
        status = measure(context, &rows, out, error);
    mintu_polygon_rows_free(context, &rows);
    return status;
}
