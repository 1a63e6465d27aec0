#include "geometry/faces.h"

#include "base/earth.h"
#include "geometry/handle.h"
#include "geometry/shared_edges.h"

#include <math.h>
#include <stdlib.h>

static const char doing[] = "making neighbours share their borders";

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

static mintu_status take_faces(mintu_context *context, const GEOSGeometry *noded, mintu_faces *out, mintu_error *error)
{
    const GEOSGeometry *lines[] = {noded};
    GEOSGeometry *all = GEOSPolygonize_r(context->geos, lines, 1);
    mintu_polygon_rows faces;
    if (!all)
        return mintu_fail_geos(context, error, doing);
    mintu_status status = mintu_polygon_rows_split(context, all, error, &faces);
    GEOSGeom_destroy_r(context->geos, all);
    if (status != MINTU_STATUS_OK)
        return status;
    size_t room = faces.count + 1;
    *out = (mintu_faces){.polygons = faces.geometries,
                         .count = faces.count,
                         .area = calloc(room, sizeof(double)),
                         .perimeter = calloc(room, sizeof(double)),
                         .first_border = calloc(room, sizeof(size_t))};
    return out->area && out->perimeter && out->first_border ? MINTU_STATUS_OK : mintu_fail_memory(error, doing);
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
