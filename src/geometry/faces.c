#include "geometry/faces.h"

#include "base/earth.h"
#include "base/message.h"
#include "geometry/handle.h"
#include "geometry/shared_edges.h"

#include <math.h>
#include <stdlib.h>

static const char doing[] = N_("making neighbours share their borders");

static int compare_borders(const void *a, const void *b)
{
    const mintu_border *first = a, *second = b;
    if (first->left != second->left)
        return first->left < second->left ? -1 : 1;
    return first->right < second->right ? -1 : first->right > second->right;
}

/* The edges of all faces' rings. */
typedef struct edges {
    const mintu_shape *rings;
    uint32_t *numbers; /* by vertex, as of mintu_shared_edges() */
    size_t *firsts;    /* by an edge's number, its first border from 1 on */
} edges;

/* Each edge of a ring lies at the outside, until the face on its other side is met. */
static void add_ring(mintu_faces *out, size_t face, const edges *all, size_t ring)
{
    for (size_t i = all->rings->starts[ring]; i + 1 < all->rings->starts[ring + 1]; i++) {
        const double *xy = all->rings->xy + 2 * i;
        mintu_border *border = &out->borders[out->border_count++];
        *border = (mintu_border){face, MINTU_FACE_NONE, hypot((xy[2] - xy[0]) * out->shrink, xy[3] - xy[1])};
        out->perimeter[face] += border->length;
        size_t *first = &all->firsts[all->numbers[i]];
        if (*first) {
            border->right = out->borders[*first - 1].left;
            out->borders[*first - 1].right = face;
        } else {
            *first = out->border_count;
        }
    }
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

/* Borders between faces, by the edges that they share; the rings of face i are those from firsts[i] on. */
static mintu_status find_borders(mintu_faces *faces, const mintu_shape *rings, const size_t *firsts, mintu_error *error)
{
    size_t count;
    edges all = {rings, mintu_shared_edges(rings->xy, rings->starts, rings->part_count, &count), NULL};
    all.firsts = calloc(count + 1, sizeof *all.firsts);
    faces->borders = calloc(rings->vertex_count + 1, sizeof(mintu_border));
    bool good = all.numbers && all.firsts && faces->borders;
    for (size_t face = 0; face < faces->count && good; face++)
        for (size_t ring = firsts[face]; ring < firsts[face + 1]; ring++)
            add_ring(faces, face, &all, ring);
    if (good)
        merge_borders(faces);
    free(all.numbers);
    free(all.firsts);
    return good ? MINTU_STATUS_OK : mintu_fail_memory(error, doing);
}

static mintu_status measure(mintu_context *context, mintu_faces *faces, mintu_error *error)
{
    mintu_shape rings = {.type = MINTU_GEOMETRY_TYPE_POLYGON};
    size_t *firsts = calloc(faces->count + 1, sizeof *firsts);
    mintu_status status = MINTU_STATUS_OK;
    if (!firsts)
        return mintu_fail_memory(error, doing);
    for (size_t face = 0; face < faces->count && status == MINTU_STATUS_OK; face++) {
        double area = 0;
        GEOSArea_r(context->geos, faces->polygons[face], &area);
        faces->area[face] = area * faces->shrink;
        status = mintu_geos_add_to_shape(context, faces->polygons[face], &rings, error);
        firsts[face + 1] = rings.part_count;
    }
    if (status == MINTU_STATUS_OK)
        status = find_borders(faces, &rings, firsts, error);
    mintu_shape_free(&rings);
    free(firsts);
    return status;
}

/* All borders, cut where they meet and each kept once. */
static GEOSGeometry *node(mintu_context *context, const mintu_polygon_rows *rows)
{
    GEOSGeometry **borders = calloc(rows->count + 1, sizeof(GEOSGeometry *));
    size_t count = 0;
    bool good = borders;
    for (size_t row = 0; row < rows->count && good; row++) {
        if (GEOSisEmpty_r(context->geos, rows->geometries[row]) != 0)
            continue;
        borders[count] = GEOSBoundary_r(context->geos, rows->geometries[row]);
        good = borders[count] && ++count;
    }
    if (good)
        return mintu_geos_unite(context, borders, count);
    mintu_geos_free_all(context, borders, count);
    return NULL;
}

/* The measures of single polygons, which it takes over. */
static mintu_status take_faces(mintu_context *context, const mintu_polygon_rows *faces, double shrink, mintu_error *error,
                               mintu_faces *out)
{
    size_t room = faces->count + 1;
    *out = (mintu_faces){.polygons = faces->geometries,
                         .count = faces->count,
                         .area = calloc(room, sizeof(double)),
                         .perimeter = calloc(room, sizeof(double)),
                         .first_border = calloc(room, sizeof(size_t)),
                         .shrink = shrink};
    if (!out->area || !out->perimeter || !out->first_border)
        return mintu_fail_memory(error, doing);
    return measure(context, out, error);
}

static mintu_status polygonize(mintu_context *context, const GEOSGeometry *noded, mintu_error *error, mintu_polygon_rows *out)
{
    const GEOSGeometry *lines[] = {noded};
    GEOSGeometry *all = GEOSPolygonize_r(context->geos, lines, 1);
    mintu_status status = all ? mintu_polygon_rows_split(context, all, error, out) : mintu_fail_geos(context, error, doing);
    GEOSGeom_destroy_r(context->geos, all);
    return status;
}

mintu_status mintu_faces_make(mintu_context *context, const mintu_polygon_rows *rows, mintu_error *error, mintu_faces *out)
{
    double south = 0, north = 0;
    mintu_polygon_rows faces = {0};
    *out = (mintu_faces){0};
    GEOSGeometry *noded = node(context, rows);
    if (!noded)
        return mintu_fail_geos(context, error, doing);
    if (GEOSisEmpty_r(context->geos, noded) == 0) {
        GEOSGeom_getYMin_r(context->geos, noded, &south);
        GEOSGeom_getYMax_r(context->geos, noded, &north);
    }
    mintu_status status = polygonize(context, noded, error, &faces);
    GEOSGeom_destroy_r(context->geos, noded);
    if (status == MINTU_STATUS_OK)
        status = take_faces(context, &faces, cos((south + north) / 2 * MINTU_DEGREE), error, out);
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

/* The triangles of a polygon over its own vertices, so that its neighbours still meet it edge to edge; the polygon itself where GEOS
 * finds none that cover it. NULL when memory ran out. */
static GEOSGeometry *triangles(mintu_context *context, const GEOSGeometry *polygon)
{
    static const double EXACT = 1e-9;
    double whole = 0, sum = 0;
    GEOSGeometry *parts = GEOSConstrainedDelaunayTriangulation_r(context->geos, polygon);
    GEOSArea_r(context->geos, polygon, &whole);
    if (parts)
        GEOSArea_r(context->geos, parts, &sum);
    if (parts && fabs(sum - whole) <= EXACT * whole)
        return parts;
    GEOSGeom_destroy_r(context->geos, parts);
    return GEOSGeom_clone_r(context->geos, polygon);
}

/* Adds the polygons of a geometry to an array that has room for them. */
static bool add_parts(mintu_context *context, const GEOSGeometry *parts, mintu_polygon_rows *out)
{
    int count = GEOSGetNumGeometries_r(context->geos, parts);
    for (int i = 0; i < count; i++) {
        out->geometries[out->count] = GEOSGeom_clone_r(context->geos, GEOSGetGeometryN_r(context->geos, parts, i));
        if (!out->geometries[out->count++])
            return false;
    }
    return true;
}

/* Room for all parts, and where each is from. */
static size_t *number_parts(mintu_context *context, GEOSGeometry *const *parts, size_t count, mintu_polygon_rows *out)
{
    size_t all = 0;
    for (size_t i = 0; i < count; i++)
        all += (size_t)GEOSGetNumGeometries_r(context->geos, parts[i]);
    size_t *from = malloc((all + 1) * sizeof *from);
    *out = (mintu_polygon_rows){calloc(all + 1, sizeof(GEOSGeometry *)), 0};
    bool good = from && out->geometries;
    for (size_t i = 0; i < count && good; i++) {
        size_t first = out->count;
        good = add_parts(context, parts[i], out);
        for (size_t at = first; at < out->count; at++)
            from[at] = i;
    }
    if (good)
        return from;
    free(from);
    return NULL;
}

mintu_status mintu_faces_split(mintu_context *context, const mintu_faces *faces, const bool *apart, mintu_error *error,
                               mintu_faces *out, size_t **from)
{
    GEOSGeometry **parts = calloc(faces->count + 1, sizeof(GEOSGeometry *));
    mintu_polygon_rows all = {0};
    bool good = parts;
    *out = (mintu_faces){0};
    *from = NULL;
    for (size_t face = 0; face < faces->count && good; face++) {
        const GEOSGeometry *polygon = faces->polygons[face];
        parts[face] = apart[face] ? triangles(context, polygon) : GEOSGeom_clone_r(context->geos, polygon);
        good = parts[face];
    }
    if (good)
        *from = number_parts(context, parts, faces->count, &all);
    mintu_geos_free_all(context, parts, faces->count);
    if (!*from) {
        mintu_polygon_rows_free(context, &all);
        return mintu_fail_geos(context, error, doing);
    }
    return take_faces(context, &all, faces->shrink, error, out);
}

GEOSGeometry *mintu_faces_unite(mintu_context *context, mintu_faces *faces, const size_t *row_of, size_t row)
{
    GEOSContextHandle_t geos = context->geos;
    size_t count = faces->count;
    GEOSGeometry **own = mintu_geos_take(faces->polygons, row_of, row, &count);
    GEOSGeometry *all = mintu_geos_collect(context, own, count);
    /* Faces share whole segments, so that dropping those that stand twice unites them; the full union is for the rare rest. */
    GEOSGeometry *united = all ? GEOSCoverageUnion_r(geos, all) : NULL;
    if (all && (!united || GEOSisValid_r(geos, united) != 1)) {
        GEOSGeom_destroy_r(geos, united);
        united = GEOSUnaryUnion_r(geos, all);
    }
    GEOSGeom_destroy_r(geos, all);
    return united;
}
