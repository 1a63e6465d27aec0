#include "geometry/owners.h"

#include "base/array.h"
#include "base/message.h"
#include "geometry/handle.h"

#include <stdlib.h>

static const char doing[] = N_("making neighbours share their borders");

/* A hole that is narrower or smaller than this is a gap between neighbours and no lake: about 500 m, and 1 km². Mean width is
 * twice the area over the perimeter. Degrees of latitude. */
static const double GAP_WIDTH = 0.005;
static const double GAP_AREA = 1e-4;

/* Covering rows are gathered by a callback of the search tree. */
typedef struct gatherer {
    const mintu_locator *locator;
    const GEOSGeometry *point;
    mintu_owners *owners;
    size_t count;
    bool memory_failed, geos_failed;
} gatherer;

static void gather_row(void *item, void *user)
{
    gatherer *g = user;
    GEOSGeometry *const *polygon = item;
    size_t row = (size_t)(polygon - g->locator->rows.geometries);
    char covers = GEOSPreparedCovers_r(g->locator->context->geos, g->locator->prepared[row], g->point);
    g->geos_failed = g->geos_failed || covers == 2;
    if (covers != 1)
        return;
    if (!MINTU_ARRAY_RESERVE(g->owners->candidates, g->owners->candidate_room, g->count + 1)) {
        g->memory_failed = true;
        return;
    }
    g->owners->candidates[g->count++] = row;
}

static int compare_rows(const void *a, const void *b)
{
    const size_t *first = a, *second = b;
    return *first < *second ? -1 : *first > *second;
}

/* The rows that cover each face, found by a point inside it. */
static bool gather_all(gatherer *g, const mintu_faces *faces)
{
    GEOSContextHandle_t geos = g->locator->context->geos;
    for (size_t face = 0; face < faces->count && !g->memory_failed && !g->geos_failed; face++) {
        size_t first = g->count;
        g->owners->first_candidate[face] = first;
        GEOSGeometry *point = GEOSPointOnSurface_r(geos, faces->polygons[face]);
        g->point = point;
        g->geos_failed = !point;
        if (point)
            GEOSSTRtree_query_r(geos, g->locator->tree, point, gather_row, g);
        GEOSGeom_destroy_r(geos, point);
        if (g->count > first + 1)
            qsort(g->owners->candidates + first, g->count - first, sizeof(size_t), compare_rows);
    }
    g->owners->first_candidate[faces->count] = g->count;
    return !g->memory_failed && !g->geos_failed;
}

static mintu_status find_candidates(const mintu_locator *locator, const mintu_faces *faces, mintu_error *error,
                                    mintu_owners *owners)
{
    gatherer g = {.locator = locator, .owners = owners};
    if (gather_all(&g, faces))
        return MINTU_STATUS_OK;
    return g.memory_failed ? mintu_fail_memory(error, doing) : mintu_fail_geos(locator->context, error, doing);
}

static size_t candidate_count(const mintu_owners *owners, size_t face)
{
    return owners->first_candidate[face + 1] - owners->first_candidate[face];
}

static bool is_candidate(const mintu_owners *owners, size_t face, size_t row)
{
    for (size_t i = owners->first_candidate[face]; i < owners->first_candidate[face + 1]; i++)
        if (owners->candidates[i] == row)
            return true;
    return candidate_count(owners, face) == 0;
}

static bool is_gap(const mintu_faces *faces, size_t face)
{
    return faces->area[face] < GAP_AREA || 2 * faces->area[face] < GAP_WIDTH * faces->perimeter[face];
}

/* The candidate of which the face is the largest share. */
static size_t largest_share(const mintu_owners *owners, const double *row_area, const mintu_faces *faces, size_t face,
                            double *share)
{
    size_t best = MINTU_OWNER_NONE;
    *share = 0;
    for (size_t i = owners->first_candidate[face]; i < owners->first_candidate[face + 1]; i++) {
        double part = faces->area[face] / row_area[owners->candidates[i]];
        if (part > *share) {
            *share = part;
            best = owners->candidates[i];
        }
    }
    return best;
}

/* Faces that one row covers, and those without which a row would lose half its area: a county inside a neighbour's outline. */
static void settle_certain(mintu_owners *owners, const double *row_area, const mintu_faces *faces)
{
    for (size_t face = 0; face < faces->count; face++) {
        size_t count = candidate_count(owners, face);
        double share;
        owners->row[face] = MINTU_OWNER_NONE;
        if (count == 1)
            owners->row[face] = owners->candidates[owners->first_candidate[face]];
        if (count < 2)
            continue;
        size_t row = largest_share(owners, row_area, faces, face, &share);
        owners->contested++;
        if (share >= 0.5)
            owners->row[face] = row;
    }
}

/* The settled row with which the face shares the longest border; MINTU_OWNER_NONE when it touches none. */
static size_t longest_border(const mintu_owners *owners, const mintu_faces *faces, size_t face)
{
    size_t best = MINTU_OWNER_NONE, end = faces->first_border[face + 1];
    double longest = 0;
    for (size_t i = faces->first_border[face]; i < end; i++) {
        const mintu_border *border = &faces->borders[i];
        size_t row = border->right == MINTU_FACE_NONE ? MINTU_OWNER_NONE : owners->row[border->right];
        if (row == MINTU_OWNER_NONE || !is_candidate(owners, face, row))
            continue;
        double length = 0;
        for (size_t j = faces->first_border[face]; j < end; j++)
            if (faces->borders[j].right != MINTU_FACE_NONE && owners->row[faces->borders[j].right] == row)
                length += faces->borders[j].length;
        if (length > longest || (length == longest && row < best)) {
            longest = length;
            best = row;
        }
    }
    return best;
}

/* One round over the open faces. What it settles counts from the next round on, so that the order of faces does not matter. */
static bool settle_round(mintu_owners *owners, const mintu_faces *faces, size_t *choice)
{
    bool changed = false;
    for (size_t face = 0; face < faces->count; face++) {
        bool open = owners->row[face] == MINTU_OWNER_NONE && (candidate_count(owners, face) > 1 || is_gap(faces, face));
        choice[face] = open ? longest_border(owners, faces, face) : MINTU_OWNER_NONE;
    }
    for (size_t face = 0; face < faces->count; face++)
        if (choice[face] != MINTU_OWNER_NONE) {
            owners->row[face] = choice[face];
            owners->gaps += candidate_count(owners, face) == 0;
            changed = true;
        }
    return changed;
}

static mintu_status settle(const mintu_locator *locator, const mintu_faces *faces, mintu_owners *owners, mintu_error *error)
{
    const mintu_polygon_rows *rows = &locator->rows;
    double *row_area = calloc(rows->count + 1, sizeof(double)), share;
    size_t *choice = malloc((faces->count + 1) * sizeof(size_t));
    mintu_status status = row_area && choice ? MINTU_STATUS_OK : mintu_fail_memory(error, doing);
    for (size_t row = 0; row < rows->count && status == MINTU_STATUS_OK; row++) {
        GEOSArea_r(locator->context->geos, rows->geometries[row], &row_area[row]);
        row_area[row] *= faces->shrink;
    }
    if (status == MINTU_STATUS_OK) {
        settle_certain(owners, row_area, faces);
        while (settle_round(owners, faces, choice))
            ;
        for (size_t face = 0; face < faces->count; face++)
            if (owners->row[face] == MINTU_OWNER_NONE)
                owners->row[face] = largest_share(owners, row_area, faces, face, &share);
    }
    free(row_area);
    free(choice);
    return status;
}

mintu_status mintu_owners_find(const mintu_locator *polygons, const mintu_faces *faces, mintu_error *error, mintu_owners *out)
{
    *out = (mintu_owners){.row = malloc((faces->count + 1) * sizeof(size_t)),
                          .first_candidate = malloc((faces->count + 1) * sizeof(size_t))};
    mintu_status status = out->row && out->first_candidate ? MINTU_STATUS_OK : mintu_fail_memory(error, doing);
    if (status == MINTU_STATUS_OK)
        status = find_candidates(polygons, faces, error, out);
    if (status == MINTU_STATUS_OK)
        status = settle(polygons, faces, out, error);
    return status;
}

void mintu_owners_free(mintu_owners *owners)
{
    free(owners->row);
    free(owners->candidates);
    free(owners->first_candidate);
    *owners = (mintu_owners){0};
}
