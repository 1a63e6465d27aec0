#include "geometry/faces.h"

#include "base/array.h"
#include "base/earth.h"
#include "geometry/handle.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const char doing[] = "making neighbours share their borders";

/* One segment of a face's ring, its ends in order, so that both faces beside it have the same record. */
typedef struct segment {
    double ends[4];
    size_t face;
} segment;

typedef struct segments {
    segment *items;
    size_t count, room;
    double shrink; /* cosine of the latitude */
} segments;

static int compare_segments(const void *a, const void *b)
{
    const segment *first = a, *second = b;
    for (int i = 0; i < 4; i++)
        if (first->ends[i] != second->ends[i])
            return first->ends[i] < second->ends[i] ? -1 : 1;
    return first->face < second->face ? -1 : first->face > second->face;
}

static int compare_borders(const void *a, const void *b)
{
    const mintu_border *first = a, *second = b;
    if (first->left != second->left)
        return first->left < second->left ? -1 : 1;
    return first->right < second->right ? -1 : first->right > second->right;
}

static double length(const segments *all, const double ends[4])
{
    return hypot((ends[2] - ends[0]) * all->shrink, ends[3] - ends[1]);
}

static bool add_segment(segments *all, const double *from, const double *to, size_t face)
{
    if (!MINTU_ARRAY_RESERVE(all->items, all->room, all->count + 1))
        return false;
    bool ordered = from[0] < to[0] || (from[0] == to[0] && from[1] < to[1]);
    const double *first = ordered ? from : to, *second = ordered ? to : from;
    all->items[all->count++] = (segment){{first[0], first[1], second[0], second[1]}, face};
    return true;
}

static bool add_face(segments *all, const mintu_shape *shape, size_t face)
{
    for (size_t part = 0; part < shape->part_count; part++)
        for (size_t i = shape->starts[part]; i + 1 < shape->starts[part + 1]; i++)
            if (!add_segment(all, shape->xy + 2 * i, shape->xy + 2 * i + 2, face))
                return false;
    return true;
}

static bool same_ends(const segment *a, const segment *b)
{
    return memcmp(a->ends, b->ends, sizeof a->ends) == 0;
}

/* Segments in order: two in a row with the same ends lie between two faces, a single one lies at the outside. */
static mintu_status pair_segments(segments *all, mintu_faces *out, mintu_error *error)
{
    if (all->count)
        qsort(all->items, all->count, sizeof(segment), compare_segments);
    out->borders = calloc(all->count + 1, sizeof(mintu_border));
    if (!out->borders)
        return mintu_fail_memory(error, doing);
    for (size_t i = 0; i < all->count; i++) {
        const segment *one = &all->items[i];
        double metric = length(all, one->ends);
        bool paired = i + 1 < all->count && same_ends(one, one + 1);
        out->perimeter[one->face] += metric;
        out->borders[out->border_count++] = (mintu_border){one->face, paired ? one[1].face : MINTU_FACE_NONE, metric};
        if (!paired)
            continue;
        out->perimeter[one[1].face] += metric;
        out->borders[out->border_count++] = (mintu_border){one[1].face, one->face, metric};
        i++;
    }
    return MINTU_STATUS_OK;
}

/* Adds up the lengths of equal pairs and notes where each face's borders begin. */
static void merge_borders(mintu_faces *faces)
{
    size_t kept = 0;
    qsort(faces->borders, faces->border_count, sizeof(mintu_border), compare_borders);
    for (size_t i = 0; i < faces->border_count; i++) {
        mintu_border *last = kept ? &faces->borders[kept - 1] : NULL;
        if (last && compare_borders(last, &faces->borders[i]) == 0)
            last->length += faces->borders[i].length;
        else
            faces->borders[kept++] = faces->borders[i];
    }
    faces->border_count = kept;
    size_t at = 0;
    for (size_t face = 0; face <= faces->count; face++) {
        while (at < kept && faces->borders[at].left < face)
            at++;
        faces->first_border[face] = at;
    }
}

static mintu_status measure(mintu_context *context, mintu_faces *faces, mintu_error *error)
{
    segments all = {.shrink = faces->shrink};
    mintu_shape shape = {0};
    mintu_status status = MINTU_STATUS_OK;
    for (size_t face = 0; face < faces->count && status == MINTU_STATUS_OK; face++) {
        double area = 0;
        GEOSArea_r(context->geos, faces->polygons[face], &area);
        faces->area[face] = area * faces->shrink;
        status = mintu_geos_to_shape(context, faces->polygons[face], MINTU_GEOMETRY_TYPE_POLYGON, &shape, error);
        if (status == MINTU_STATUS_OK && !add_face(&all, &shape, face))
            status = mintu_fail_memory(error, doing);
    }
    if (status == MINTU_STATUS_OK)
        status = pair_segments(&all, faces, error);
    if (status == MINTU_STATUS_OK)
        merge_borders(faces);
    mintu_shape_free(&shape);
    free(all.items);
    return status;
}

/* All borders, cut where they meet and each kept once. */
static GEOSGeometry *node(mintu_context *context, const mintu_polygon_rows *rows)
{
    GEOSGeometry **borders = calloc(rows->count + 1, sizeof(GEOSGeometry *));
    unsigned count = 0;
    bool good = borders;
    for (size_t row = 0; row < rows->count && good; row++) {
        if (GEOSisEmpty_r(context->geos, rows->geometries[row]) != 0)
            continue;
        borders[count] = GEOSBoundary_r(context->geos, rows->geometries[row]);
        good = borders[count] && ++count;
    }
    if (!good) {
        mintu_geos_free_all(context, borders, count);
        return NULL;
    }
    GEOSGeometry *all = GEOSGeom_createCollection_r(context->geos, GEOS_GEOMETRYCOLLECTION, borders, count);
    GEOSGeometry *noded = all ? GEOSUnaryUnion_r(context->geos, all) : NULL;
    GEOSGeom_destroy_r(context->geos, all);
    free(borders);
    return noded;
}

static mintu_status take_faces(mintu_context *context, const GEOSGeometry *noded, mintu_faces *out, mintu_error *error)
{
    const GEOSGeometry *lines[] = {noded};
    GEOSGeometry *all = GEOSPolygonize_r(context->geos, lines, 1);
    int count = all ? GEOSGetNumGeometries_r(context->geos, all) : 0;
    size_t room = (size_t)count + 1;
    if (!all)
        return mintu_fail_geos(context, error, doing);
    *out = (mintu_faces){.polygons = calloc(room, sizeof(GEOSGeometry *)),
                         .area = calloc(room, sizeof(double)),
                         .perimeter = calloc(room, sizeof(double)),
                         .first_border = calloc(room, sizeof(size_t))};
    mintu_status status = MINTU_STATUS_OK;
    if (!out->polygons || !out->area || !out->perimeter || !out->first_border)
        status = mintu_fail_memory(error, doing);
    for (int i = 0; i < count && status == MINTU_STATUS_OK; i++) {
        out->polygons[out->count] = GEOSGeom_clone_r(context->geos, GEOSGetGeometryN_r(context->geos, all, i));
        if (!out->polygons[out->count])
            status = mintu_fail_geos(context, error, doing);
        else
            out->count++;
    }
    GEOSGeom_destroy_r(context->geos, all);
    return status;
}

mintu_status mintu_faces_make(mintu_context *context, const mintu_polygon_rows *rows, mintu_error *error, mintu_faces *out)
{
    double south = 0, north = 0;
    *out = (mintu_faces){0};
    GEOSGeometry *noded = node(context, rows);
    if (!noded)
        return mintu_fail_geos(context, error, doing);
    if (GEOSisEmpty_r(context->geos, noded) == 0) {
        GEOSGeom_getYMin_r(context->geos, noded, &south);
        GEOSGeom_getYMax_r(context->geos, noded, &north);
    }
    mintu_status status = take_faces(context, noded, out, error);
    GEOSGeom_destroy_r(context->geos, noded);
    out->shrink = cos((south + north) / 2 * MINTU_DEGREE);
    if (status == MINTU_STATUS_OK)
        status = measure(context, out, error);
    if (status != MINTU_STATUS_OK)
        mintu_faces_free(context, out);
    return status;
}

void mintu_faces_free(mintu_context *context, mintu_faces *faces)
{
    mintu_geos_free_all(context, faces->polygons, faces->count);
    free(faces->area);
    free(faces->perimeter);
    free(faces->borders);
    free(faces->first_border);
    *faces = (mintu_faces){0};
}
