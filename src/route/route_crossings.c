#include "route/route_crossings.h"

#include "base/array.h"
#include "base/context.h"
#include "base/earth.h"
#include "base/error.h"
#include "geometry/measure.h"
#include "layer/shape.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const char DOING[] = N_("reading crossings");
static const double REACH = 3000;   /* metres: how far off the land the end of a crossing may be drawn */
static const double INWARDS = 1e-7; /* of a degree, 1 cm */

/* Where one end of a crossing may land: on each polygon within reach, as the end may be drawn on the wrong one. */
typedef struct landing {
    size_t polygon, node;
    double away; /* metres; 0: the end is on it */
    double lonlat[2];
} landing;

typedef struct landings {
    landing *items; /* one per polygon at most */
    size_t count;
} landings;

/* The point of the wall that begins at a vertex nearest to a position, by a plane that is good near it. Within the wall it is
 * drawn inwards so far that rounding leaves it inside. */
static void find_foot(const mintu_walls *walls, size_t vertex, const double at[2], double out[2])
{
    const double *a = walls->xy + 2 * vertex, *b = walls->xy + 2 * walls->after[vertex];
    double shrink = cos(at[1] * MINTU_DEGREE), x = b[0] - a[0], y = b[1] - a[1];
    double square = x * x * shrink * shrink + y * y, length = hypot(x, y);
    double share = ((at[0] - a[0]) * x * shrink * shrink + (at[1] - a[1]) * y) / square;
    if (!(share > 0) || share >= 1) {
        memcpy(out, share >= 1 ? b : a, 2 * sizeof *out);
        return;
    }
    out[0] = a[0] + share * x - INWARDS * y / length;
    out[1] = a[1] + share * y + INWARDS * x / length;
}

/* Fills away and lonlat by polygon: the nearest point of its walls, or the position where the polygon holds it. */
static void find_nearest(const mintu_walls *walls, const double at[2], landing *polygons)
{
    double here[3], there[3], foot[2];
    mintu_space_from_degrees(at, here);
    for (size_t i = 0; i < walls->count; i++) {
        landing *best = &polygons[walls->polygons[i]];
        const double *a = walls->xy + 2 * i, *b = walls->xy + 2 * walls->after[i];
        double off = MINTU_DEGREES_WITHIN(best->away);
        if (fmin(a[1], b[1]) > at[1] + off || fmax(a[1], b[1]) < at[1] - off)
            continue;
        find_foot(walls, i, at, foot);
        mintu_space_from_degrees(foot, there);
        if (mintu_space_chord(here, there) < best->away) {
            best->away = mintu_space_chord(here, there);
            memcpy(best->lonlat, foot, sizeof best->lonlat);
        }
    }
    size_t inside = mintu_walls_polygon(walls, at);
    if (inside) {
        polygons[inside].away = 0;
        memcpy(polygons[inside].lonlat, at, sizeof polygons[inside].lonlat);
    }
}

static mintu_status find_landings(mintu_route_graph *graph, const mintu_sight *sight, const double at[2], mintu_error *error,
                                  landings *out)
{
    const mintu_walls *walls = &graph->walls;
    size_t polygons = graph->land_count;
    mintu_status status = MINTU_STATUS_OK;
    *out = (landings){calloc(polygons + 1, sizeof *out->items), 0};
    if (!out->items)
        return mintu_fail_memory(error, DOING);
    for (size_t i = 0; i < polygons; i++)
        out->items[i] = (landing){.polygon = i, .away = REACH};
    find_nearest(walls, at, out->items);
    for (size_t i = 0; i < polygons && status == MINTU_STATUS_OK; i++) {
        landing found = out->items[i];
        bool clear = true;
        if (found.away < REACH)
            status = mintu_sight_unbarred(sight, at, found.lonlat, error, &clear); /* as the crossing itself is not */
        if (status != MINTU_STATUS_OK || !(found.away < REACH) || !clear)
            continue;
        found.node = graph->count;
        status = mintu_route_node_add(graph, found.lonlat, MINTU_ROUTE_NONE, error);
        out->items[out->count++] = found;
    }
    return status;
}

static mintu_status keep(mintu_route_graph *graph, const mintu_shape *shape, size_t part, mintu_route_crossing *crossing,
                         mintu_error *error)
{
    const double *from = shape->xy + 2 * shape->starts[part];
    crossing->count = shape->starts[part + 1] - shape->starts[part] + 2;
    crossing->lonlat = calloc(crossing->count, 2 * sizeof *crossing->lonlat);
    if (!crossing->lonlat || !MINTU_ARRAY_RESERVE(graph->crossings, graph->crossing_room, graph->crossing_count + 1)) {
        free(crossing->lonlat);
        return mintu_fail_memory(error, DOING);
    }
    memcpy(crossing->lonlat, graph->nodes[crossing->nodes[0]].lonlat, 2 * sizeof *from);
    memcpy(crossing->lonlat + 2, from, 2 * (crossing->count - 2) * sizeof *from);
    memcpy(crossing->lonlat + 2 * (crossing->count - 1), graph->nodes[crossing->nodes[1]].lonlat, 2 * sizeof *from);
    for (size_t i = 1; i < crossing->count; i++) {
        const double *a = crossing->lonlat + 2 * i - 2, *b = a + 2;
        crossing->length += mintu_geodesic_distance(a[0], a[1], b[0], b[1]);
    }
    graph->crossings[graph->crossing_count++] = *crossing;
    return MINTU_STATUS_OK;
}

static void join_lands(mintu_route_graph *graph, size_t a, size_t b)
{
    size_t kept = graph->lands[a], gone = graph->lands[b];
    for (size_t i = 0; i < graph->land_count; i++)
        graph->lands[i] = graph->lands[i] == gone ? kept : graph->lands[i];
}

/* A crossing joins two polygons, or shortens the way within one that both its ends are drawn on. */
static mintu_status join(mintu_route_graph *graph, const mintu_shape *shape, size_t part, const landings ends[2], size_t row,
                         mintu_error *error)
{
    mintu_status status = MINTU_STATUS_OK;
    for (size_t i = 0; i < ends[0].count; i++)
        for (size_t k = 0; k < ends[1].count && status == MINTU_STATUS_OK; k++) {
            const landing *a = &ends[0].items[i], *b = &ends[1].items[k];
            mintu_route_crossing crossing = {.row = row, .nodes = {a->node, b->node}};
            if (a->polygon == b->polygon && !(a->away == 0 && b->away == 0))
                continue;
            join_lands(graph, a->polygon, b->polygon);
            status = keep(graph, shape, part, &crossing, error);
        }
    return status;
}

static mintu_status add_part(mintu_route_graph *graph, const mintu_sight *sight, const mintu_shape *shape, size_t part,
                             size_t row, mintu_error *error)
{
    size_t first = shape->starts[part], end = shape->starts[part + 1];
    landings ends[2] = {{NULL, 0}, {NULL, 0}};
    if (end - first < 2)
        return MINTU_STATUS_OK;
    mintu_status status = find_landings(graph, sight, shape->xy + 2 * first, error, &ends[0]);
    if (status == MINTU_STATUS_OK)
        status = find_landings(graph, sight, shape->xy + 2 * end - 2, error, &ends[1]);
    if (status == MINTU_STATUS_OK && (ends[0].count == 0 || ends[1].count == 0))
        mintu_context_notice(mintu_sight_context(sight),
                             "crossing %zu is not used: an end of it is more than %.0f km off the land", row + 1, REACH / 1000);
    if (status == MINTU_STATUS_OK)
        status = join(graph, shape, part, ends, row, error);
    free(ends[0].items);
    free(ends[1].items);
    return status;
}

mintu_status mintu_route_crossings_add(mintu_route_graph *graph, const mintu_sight *sight, const mintu_layer *lines,
                                       const unsigned char *mask, mintu_error *error)
{
    mintu_shape shape = {0};
    mintu_status status = MINTU_STATUS_OK;
    for (size_t row = 0; row < mintu_layer_count(lines) && status == MINTU_STATUS_OK; row++) {
        if (mask && !mask[row])
            continue;
        status = mintu_layer_shape(lines, row, &shape, error);
        for (size_t part = 0; part < shape.part_count && shape.type == MINTU_GEOMETRY_TYPE_LINE && status == MINTU_STATUS_OK;
             part++)
            status = add_part(graph, sight, &shape, part, row, error);
    }
    mintu_shape_free(&shape);
    return status;
}
