#include "geometry/polygon_replace.h"

#include "base/array.h"
#include "base/message.h"
#include "geometry/handle.h"
#include "geometry/locator.h"
#include "geometry/open_faces.h"

#include <math.h>
#include <stdlib.h>

static const char DOING[] = N_("fitting polygons to their neighbours");

/* As for gaps between neighbours in a coverage: about 500 m on average, and 1 km². Degrees of latitude. */
static const double GAP_WIDTH = 0.005, GAP_AREA = 1e-4;

/* What overlaps less, about 20 m on average or a hectare, are two surveys of one border. */
static const double SLIVER_WIDTH = 0.0002, SLIVER_AREA = 1e-6;

/* Square kilometres of a square degree of latitude. */
static const double SQUARE_DEGREE = 111.2 * 111.2;

/* What a polygon of the cutting is. */
typedef enum part_kind { PART_FRESH, PART_KEPT, PART_OLD } part_kind;

typedef struct replacer {
    mintu_context *context;
    mintu_layer *layer;
    mintu_replacement *out;
    mintu_error *error;
    mintu_polygon_rows old, fresh, parts; /* of the layer, of the new; those that take part */
    part_kind *kind;                      /* of a part, and its row in the layer */
    size_t *row;
    mintu_locator *locator; /* over the parts */
    mintu_owned_faces map;  /* of them all */
} replacer;

static mintu_status fail(const replacer *r)
{
    return mintu_fail_geos(r->context, r->error, DOING);
}

/* ---- what takes part ---- */

static bool add_part(replacer *r, const GEOSGeometry *polygon, part_kind kind, size_t row)
{
    r->kind[r->parts.count] = kind;
    r->row[r->parts.count] = row;
    r->parts.geometries[r->parts.count] = GEOSGeom_clone_r(r->context->geos, polygon);
    return r->parts.geometries[r->parts.count++];
}

/* New polygons and those that they replace, as one to ask what touches it. */
static GEOSGeometry *unite_parts(const replacer *r)
{
    GEOSGeometry **copies = calloc(r->parts.count + 1, sizeof(GEOSGeometry *));
    bool good = copies;
    for (size_t i = 0; i < r->parts.count && good; i++)
        good = (copies[i] = GEOSGeom_clone_r(r->context->geos, r->parts.geometries[i]));
    if (good)
        return mintu_geos_unite(r->context, copies, r->parts.count);
    mintu_geos_free_all(r->context, copies, r->parts.count);
    return NULL;
}

static bool add_neighbours(replacer *r)
{
    GEOSGeometry *all = unite_parts(r);
    const GEOSPreparedGeometry *prepared = all ? GEOSPrepare_r(r->context->geos, all) : NULL;
    bool good = prepared;
    for (size_t row = 0; row < r->old.count && good; row++) {
        int meets = r->map.replaced[row] ? 0 : GEOSPreparedIntersects_r(r->context->geos, prepared, r->old.geometries[row]);
        good = meets != 2 && (!meets || add_part(r, r->old.geometries[row], PART_KEPT, row));
    }
    GEOSPreparedGeom_destroy_r(r->context->geos, prepared);
    GEOSGeom_destroy_r(r->context->geos, all);
    return good;
}

static mintu_status choose_parts(replacer *r)
{
    size_t most = r->old.count + r->fresh.count + 1;
    r->map.replaced = calloc(r->old.count + 1, sizeof *r->map.replaced);
    r->kind = calloc(most, sizeof *r->kind);
    r->row = calloc(most, sizeof *r->row);
    r->parts.geometries = calloc(most, sizeof(GEOSGeometry *));
    bool good = r->map.replaced && r->kind && r->row && r->parts.geometries;
    for (size_t i = 0; i < r->fresh.count && good; i++) {
        good = add_part(r, r->fresh.geometries[i], PART_FRESH, r->out->row_of[i]);
        r->map.replaced[r->out->row_of[i]] = true;
    }
    for (size_t row = 0; row < r->old.count && good; row++)
        good = !r->map.replaced[row] || add_part(r, r->old.geometries[row], PART_OLD, row);
    return good && add_neighbours(r) ? MINTU_STATUS_OK : fail(r);
}

/* ---- whose a face is ---- */

/* Adds a face to what is told; the point is that of the largest. */
static mintu_status add_problem(replacer *r, mintu_replace_problem problem, const GEOSGeometry *face)
{
    mintu_replacement *out = r->out;
    mintu_replace_problem *same = NULL;
    double km2 = 0;
    mintu_status status = MINTU_STATUS_OK;
    if (problem.kind == MINTU_REPLACE_OVERLAP)
        status = mintu_polygon_area(r->context, face, r->error, &km2);
    for (size_t i = 0; i < out->problem_count && problem.kind == MINTU_REPLACE_OVERLAP; i++)
        if (out->problems[i].kind == problem.kind && out->problems[i].row == problem.row &&
            out->problems[i].other == problem.other)
            same = &out->problems[i];
    if (status == MINTU_STATUS_OK && !same) {
        if (!MINTU_ARRAY_RESERVE(out->problems, out->problem_room, out->problem_count + 1))
            return mintu_fail_memory(r->error, DOING);
        same = &out->problems[out->problem_count++];
        *same = problem;
    }
    if (status != MINTU_STATUS_OK || !face)
        return status;
    GEOSGeometry *point = GEOSPointOnSurface_r(r->context->geos, face);
    if (!mintu_geos_point(r->context, point, same->at))
        status = fail(r);
    GEOSGeom_destroy_r(r->context->geos, point);
    same->km2 += km2;
    return status;
}

static bool is_narrow(const mintu_faces *faces, size_t face, double width, double area)
{
    return faces->area[face] < area || 2 * faces->area[face] < width * faces->perimeter[face];
}

/* The rows that cover a face, by a point inside it: the first two of the new, and one of the earlier. */
typedef struct cover {
    size_t fresh[2], part, kept, old; /* part: of fresh[0] */
} cover;

static bool find_cover(const replacer *r, size_t face, cover *out)
{
    GEOSContextHandle_t geos = r->context->geos;
    GEOSGeometry *point = GEOSPointOnSurface_r(geos, r->map.faces.polygons[face]);
    bool good = point;
    *out = (cover){{MINTU_OWNER_NONE, MINTU_OWNER_NONE}, MINTU_OWNER_NONE, MINTU_OWNER_NONE, MINTU_OWNER_NONE};
    for (size_t i = 0; i < r->locator->rows.count && good; i++) {
        char covers = GEOSPreparedCovers_r(geos, r->locator->prepared[i], point);
        good = covers != 2;
        if (covers != 1)
            continue;
        size_t *at = r->kind[i] == PART_KEPT  ? &out->kept
                     : r->kind[i] == PART_OLD ? &out->old
                                              : &out->fresh[out->fresh[0] != MINTU_OWNER_NONE];
        if (*at == MINTU_OWNER_NONE)
            *at = r->row[i];
    }
    GEOSGeom_destroy_r(geos, point);
    return good;
}

static mintu_status settle_face(replacer *r, size_t face)
{
    cover c;
    if (!find_cover(r, face, &c))
        return fail(r);
    r->map.was[face] = c.kept != MINTU_OWNER_NONE ? c.kept : c.old;
    r->map.owner[face] = c.fresh[0] != MINTU_OWNER_NONE ? c.fresh[0]
                         : c.kept != MINTU_OWNER_NONE   ? c.kept
                         : c.old != MINTU_OWNER_NONE    ? MINTU_OWNER_OPEN
                                                        : MINTU_OWNER_OUTSIDE;
    if (c.fresh[1] == MINTU_OWNER_NONE || is_narrow(&r->map.faces, face, SLIVER_WIDTH, SLIVER_AREA))
        return MINTU_STATUS_OK;
    return add_problem(r, (mintu_replace_problem){.kind = MINTU_REPLACE_OVERLAP, .row = c.fresh[0], .other = c.fresh[1]},
                       r->map.faces.polygons[face]);
}

/* True for what was nobody's before and lies between a new polygon and others. */
static bool is_between(const replacer *r, size_t face)
{
    bool fresh = false, other = false;
    for (size_t i = r->map.faces.first_border[face]; i < r->map.faces.first_border[face + 1]; i++) {
        size_t right = r->map.faces.borders[i].right;
        size_t owner = right == MINTU_FACE_NONE ? MINTU_OWNER_OUTSIDE : r->map.owner[right];
        bool is_row = owner != MINTU_OWNER_OUTSIDE && owner != MINTU_OWNER_OPEN;
        fresh = fresh || (is_row && r->map.replaced[owner]);
        other = other || (is_row && !r->map.replaced[owner]);
    }
    return fresh && other;
}

static mintu_status settle_faces(replacer *r)
{
    r->map.owner = calloc(r->map.faces.count + 1, sizeof *r->map.owner);
    r->map.was = malloc((r->map.faces.count + 1) * sizeof *r->map.was);
    mintu_status status = r->map.owner && r->map.was ? MINTU_STATUS_OK : mintu_fail_memory(r->error, DOING);
    for (size_t face = 0; face < r->map.faces.count && status == MINTU_STATUS_OK; face++)
        status = settle_face(r, face);
    for (size_t face = 0; face < r->map.faces.count && status == MINTU_STATUS_OK; face++)
        if (r->map.owner[face] == MINTU_OWNER_OUTSIDE && r->map.faces.area[face] < SLIVER_AREA && is_between(r, face))
            r->map.owner[face] = MINTU_OWNER_OPEN;
    return status;
}

/* ---- what is open ---- */

static mintu_status check_gaps(replacer *r)
{
    mintu_gap *gaps = NULL;
    size_t count = 0;
    if (r->out->insist)
        return MINTU_STATUS_OK;
    mintu_status status = mintu_open_gaps(&r->map, r->error, &gaps, &count);
    for (size_t i = 0; i < count && status == MINTU_STATUS_OK; i++)
        if (gaps[i].area >= GAP_AREA && 2 * gaps[i].area >= GAP_WIDTH * gaps[i].perimeter)
            status = add_problem(r,
                                 (mintu_replace_problem){.kind = MINTU_REPLACE_GAP,
                                                         .row = r->map.was[gaps[i].face],
                                                         .other = MINTU_OWNER_NONE,
                                                         .km2 = gaps[i].area * SQUARE_DEGREE},
                                 r->map.faces.polygons[gaps[i].face]);
    free(gaps);
    return status;
}

static mintu_status share_out(replacer *r)
{
    mintu_status status = mintu_open_divide(r->context, &r->map, r->error);
    return status == MINTU_STATUS_OK ? mintu_open_take(&r->map, r->error) : status;
}

/* ---- what comes of it ---- */

static mintu_status measure_faces(replacer *r, double *kept)
{
    mintu_status status = MINTU_STATUS_OK;
    for (size_t face = 0; face < r->map.faces.count && status == MINTU_STATUS_OK; face++) {
        size_t was = r->map.was[face], now = r->map.owner[face];
        double km2 = 0;
        if (was == MINTU_OWNER_NONE && now == MINTU_OWNER_OUTSIDE)
            continue;
        status = mintu_polygon_area(r->context, r->map.faces.polygons[face], r->error, &km2);
        if (was == now) {
            kept[was] += km2;
            continue;
        }
        if (was != MINTU_OWNER_NONE)
            *(now == MINTU_OWNER_OUTSIDE ? &r->out->dropped[was] : &r->out->lost[was]) += km2;
        if (now != MINTU_OWNER_OUTSIDE && now != MINTU_OWNER_OPEN)
            r->out->gained[now] += km2;
    }
    return status;
}

static mintu_status check_row(replacer *r, size_t row, double kept)
{
    const mintu_replacement *out = r->out;
    double old = kept + out->lost[row] + out->dropped[row], now = kept + out->gained[row];
    double share = r->map.replaced[row] ? kept / fmax(fmax(old, now), 1e-12) : old > 0 ? kept / old : 1;
    mintu_replace_kind kind = r->map.replaced[row] ? MINTU_REPLACE_ELSEWHERE : MINTU_REPLACE_SWALLOWED;
    if (share >= 0.5 || (out->insist && (r->map.replaced[row] || share > 0.001)))
        return MINTU_STATUS_OK;
    return add_problem(
        r, (mintu_replace_problem){.kind = kind, .row = row, .other = MINTU_OWNER_NONE, .km2 = old, .share = share}, NULL);
}

static mintu_status measure_rows(replacer *r)
{
    double *kept = calloc(r->old.count + 1, sizeof *kept);
    mintu_status status = kept ? measure_faces(r, kept) : mintu_fail_memory(r->error, DOING);
    for (size_t i = 0; i < r->locator->rows.count && status == MINTU_STATUS_OK; i++)
        if (r->kind[i] != PART_FRESH)
            status = check_row(r, r->row[i], kept[r->row[i]]);
    free(kept);
    return status;
}

/* True when it is the polygon that it was, whatever the order of its rings. */
static char is_same(const replacer *r, const GEOSGeometry *now, size_t row)
{
    GEOSContextHandle_t geos = r->context->geos;
    GEOSGeometry *a = GEOSGeom_clone_r(geos, now), *b = GEOSGeom_clone_r(geos, r->old.geometries[row]);
    char same = 2;
    if (a && b && GEOSNormalize_r(geos, a) == 0 && GEOSNormalize_r(geos, b) == 0)
        same = GEOSEqualsExact_r(geos, a, b, 0);
    GEOSGeom_destroy_r(geos, a);
    GEOSGeom_destroy_r(geos, b);
    return same;
}

static mintu_status write_row(replacer *r, size_t row)
{
    GEOSGeometry *united = mintu_faces_unite(r->context, &r->map.faces, r->map.owner, row);
    int same = united ? is_same(r, united, row) : 2;
    mintu_status status = same == 2 ? fail(r) : MINTU_STATUS_OK;
    r->out->changed[row] = same == 0;
    if (same == 0)
        status = mintu_geos_to_row(r->context, united, r->layer, row, r->error);
    GEOSGeom_destroy_r(r->context->geos, united);
    return status;
}

/* Nothing is written while anything is wrong. */
static mintu_status write_rows(replacer *r)
{
    mintu_status status = MINTU_STATUS_OK;
    bool *done = calloc(r->old.count + 1, sizeof *done);
    if (!done)
        return mintu_fail_memory(r->error, DOING);
    for (size_t i = 0; i < r->locator->rows.count && status == MINTU_STATUS_OK && r->out->problem_count == 0; i++)
        if (!done[r->row[i]]) {
            done[r->row[i]] = true;
            status = write_row(r, r->row[i]);
        }
    free(done);
    return status;
}

static mintu_status read(replacer *r)
{
    size_t room = mintu_layer_count(r->layer) + 1;
    mintu_replacement *out = r->out;
    out->changed = calloc(room, sizeof *out->changed);
    out->gained = calloc(room, sizeof *out->gained);
    out->lost = calloc(room, sizeof *out->lost);
    out->dropped = calloc(room, sizeof *out->dropped);
    if (!out->changed || !out->gained || !out->lost || !out->dropped)
        return mintu_fail_memory(r->error, DOING);
    mintu_status status = mintu_polygon_rows_read(r->context, r->layer, true, r->error, &r->old);
    return status == MINTU_STATUS_OK ? mintu_polygon_rows_read(r->context, out->fresh, true, r->error, &r->fresh) : status;
}

static mintu_status cut(replacer *r)
{
    mintu_status status = mintu_faces_make(r->context, &r->parts, r->error, &r->map.faces);
    if (status != MINTU_STATUS_OK)
        return status;
    status = mintu_locator_over(r->context, &r->parts, r->error, &r->locator);
    r->parts = (mintu_polygon_rows){0};
    return status;
}

mintu_status mintu_polygon_replace(mintu_context *context, mintu_layer *layer, mintu_error *error, mintu_replacement *out)
{
    static mintu_status (*const steps[])(replacer * r) = {read,       choose_parts, cut,          settle_faces,
                                                          check_gaps, share_out,    measure_rows, write_rows};
    replacer r = {.context = context, .layer = layer, .out = out, .error = error};
    size_t count = sizeof steps / sizeof *steps;
    mintu_status status = MINTU_STATUS_OK;
    for (size_t i = 0; i < count && status == MINTU_STATUS_OK; i++) {
        status = mintu_context_step(context, (double)i / (double)count, DOING, error);
        if (status == MINTU_STATUS_OK)
            status = steps[i](&r);
    }
    mintu_faces_free(context, &r.map.faces);
    mintu_locator_free(r.locator);
    mintu_polygon_rows_free(context, &r.parts);
    mintu_polygon_rows_free(context, &r.old);
    mintu_polygon_rows_free(context, &r.fresh);
    free(r.map.replaced);
    free(r.kind);
    free(r.row);
    free(r.map.owner);
    free(r.map.was);
    return status;
}

void mintu_replacement_free(mintu_replacement *replacement)
{
    free(replacement->problems);
    free(replacement->changed);
    free(replacement->gained);
    free(replacement->lost);
    free(replacement->dropped);
    *replacement = (mintu_replacement){0};
}
