#include "route/route.h"

#include "base/array.h"
#include "base/context.h"
#include "base/error.h"
#include "geometry/measure.h"
#include "route/route_crossings.h"
#include "route/route_graph.h"
#include "route/route_target.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const char DOING[] = N_("finding a route on land");
static const double CHORD = 1 - 1e-9; /* a chord is no longer than the geodesic but for rounding */

struct mintu_router {
    const mintu_sight *sight;
    mintu_route_graph graph;
    bool linked;
};

struct mintu_route_field {
    mintu_route_target target;
    mintu_route_step *steps;
    mintu_route_foot *feet; /* of nodes that go straight to the target */
    mintu_route_foot *room; /* for the feet of one position */
};

mintu_status mintu_router_new(const mintu_sight *sight, const mintu_route_crossings *crossings, mintu_error *error,
                              mintu_router **out)
{
    *out = calloc(1, sizeof **out);
    if (!*out)
        return mintu_fail_memory(error, DOING);
    (*out)->sight = sight;
    mintu_status status = mintu_route_graph_new(sight, error, &(*out)->graph);
    if (status == MINTU_STATUS_OK && crossings && crossings->layer)
        status = mintu_route_crossings_add(&(*out)->graph, sight, crossings->layer, crossings->mask, error);
    if (status != MINTU_STATUS_OK) {
        mintu_router_free(*out);
        *out = NULL;
    }
    return status;
}

void mintu_router_free(mintu_router *router)
{
    if (!router)
        return;
    mintu_route_graph_free(&router->graph);
    free(router);
}

size_t mintu_router_land(const mintu_router *router, const double lonlat[2])
{
    return router->graph.lands[mintu_walls_polygon(&router->graph.walls, lonlat)];
}

static double length_of(const double a[2], const double b[2])
{
    return mintu_geodesic_distance(a[0], a[1], b[0], b[1]);
}

/* For each node the nearest point of the target that it sees. */
static mintu_status solve(mintu_router *router, mintu_route_field *field, mintu_error *error)
{
    mintu_route_graph *graph = &router->graph;
    double *straight = calloc(graph->count + 1, sizeof *straight);
    if (!straight)
        return mintu_fail_memory(error, DOING);
    mintu_status status = MINTU_STATUS_OK;
    for (size_t node = 0; node < graph->count && status == MINTU_STATUS_OK; node++) {
        const double *at = graph->nodes[node].lonlat;
        size_t count = mintu_route_target_feet(&field->target, at, field->room);
        straight[node] = INFINITY;
        for (size_t i = 0; i < count && straight[node] == INFINITY; i++)
            if (mintu_route_graph_sees(graph, node, field->room[i].lonlat)) {
                straight[node] = length_of(at, field->room[i].lonlat);
                field->feet[node] = field->room[i];
            }
        status = mintu_context_steps(mintu_sight_context(router->sight), node, (double)NAN, DOING, error);
    }
    if (status == MINTU_STATUS_OK)
        status = mintu_route_graph_solve(graph, straight, error, field->steps);
    free(straight);
    return status;
}

/* Takes the target over. */
static mintu_status new_field(mintu_router *router, mintu_route_target target, mintu_error *error, mintu_route_field **out)
{
    mintu_route_field *field = *out = calloc(1, sizeof *field);
    mintu_status status = MINTU_STATUS_OK;
    if (!field) {
        mintu_route_target_free(&target);
        return mintu_fail_memory(error, DOING);
    }
    field->target = target;
    field->steps = calloc(router->graph.count + 1, sizeof *field->steps);
    field->feet = calloc(router->graph.count + 1, sizeof *field->feet);
    field->room = calloc(target.count + 1, sizeof *field->room);
    if (!field->steps || !field->feet || !field->room)
        status = mintu_fail_memory(error, DOING);
    if (status == MINTU_STATUS_OK && !router->linked)
        status = mintu_route_graph_link(&router->graph, mintu_sight_context(router->sight), error);
    if (status == MINTU_STATUS_OK) {
        router->linked = true;
        status = solve(router, field, error);
    }
    if (status != MINTU_STATUS_OK) {
        mintu_route_field_free(field);
        *out = NULL;
    }
    return status;
}

mintu_status mintu_route_to_lines(mintu_router *router, const mintu_layer *lines, const unsigned char *mask, mintu_datum datum,
                                  mintu_error *error, mintu_route_field **out)
{
    mintu_route_target target;
    *out = NULL;
    mintu_status status = mintu_route_target_lines(router->sight, lines, mask, datum, error, &target);
    return status == MINTU_STATUS_OK ? new_field(router, target, error, out) : status;
}

mintu_status mintu_route_to_point(mintu_router *router, const double lonlat[2], mintu_error *error, mintu_route_field **out)
{
    mintu_route_target target = {0};
    bool clear = false;
    *out = NULL;
    mintu_status status = mintu_sight_clear(router->sight, lonlat, lonlat, error, &clear);
    if (status == MINTU_STATUS_OK && clear)
        status = mintu_route_target_point(lonlat, error, &target);
    return status == MINTU_STATUS_OK ? new_field(router, target, error, out) : status;
}

void mintu_route_field_free(mintu_route_field *field)
{
    if (!field)
        return;
    mintu_route_target_free(&field->target);
    free(field->steps);
    free(field->feet);
    free(field->room);
    free(field);
}

static mintu_status add_vertex(mintu_route *route, const double at[2], mintu_error *error)
{
    if (route->count > 0) {
        const double *last = route->lonlat + 2 * route->count - 2;
        if (last[0] == at[0] && last[1] == at[1])
            return MINTU_STATUS_OK;
        route->length += length_of(last, at);
    }
    if (!mintu_array_reserve(&route->lonlat, &route->room, route->count + 1, 2 * sizeof *route->lonlat))
        return mintu_fail_memory(error, DOING);
    memcpy(route->lonlat + 2 * route->count++, at, 2 * sizeof *at);
    return MINTU_STATUS_OK;
}

/* The line of a crossing, from the node on. */
static mintu_status add_crossing(mintu_route *route, const mintu_route_crossing *crossing, size_t node, mintu_error *error)
{
    mintu_status status = MINTU_STATUS_OK;
    if (!MINTU_ARRAY_RESERVE(route->crossings, route->crossing_room, route->crossing_count + 1))
        return mintu_fail_memory(error, DOING);
    route->crossings[route->crossing_count++] = crossing->row;
    for (size_t i = 0; i < crossing->count && status == MINTU_STATUS_OK; i++) {
        size_t at = crossing->nodes[0] == node ? i : crossing->count - 1 - i;
        status = add_vertex(route, crossing->lonlat + 2 * at, error);
    }
    return status;
}

static mintu_status write_route(const mintu_router *router, const mintu_route_field *field, size_t node,
                                const mintu_route_foot *foot, mintu_error *error, mintu_route *out)
{
    mintu_status status = MINTU_STATUS_OK;
    for (; node != MINTU_ROUTE_NONE && status == MINTU_STATUS_OK; node = field->steps[node].next) {
        const mintu_route_step *step = &field->steps[node];
        status = add_vertex(out, router->graph.nodes[node].lonlat, error);
        if (status == MINTU_STATUS_OK && step->crossing != MINTU_ROUTE_NONE)
            status = add_crossing(out, &router->graph.crossings[step->crossing], node, error);
        if (step->next == MINTU_ROUTE_NONE)
            foot = &field->feet[node];
    }
    out->row = foot->row;
    return status == MINTU_STATUS_OK ? add_vertex(out, foot->lonlat, error) : status;
}

/* The nearest foot in sight; NULL when there is none. */
static const mintu_route_foot *find_foot(const mintu_router *router, const mintu_route_field *field, const double from[2])
{
    size_t count = mintu_route_target_feet(&field->target, from, field->room);
    for (size_t i = 0; i < count; i++) {
        const double *to = field->room[i].lonlat;
        if ((to[0] == from[0] && to[1] == from[1]) || mintu_walls_clear(&router->graph.walls, from, to))
            return &field->room[i];
    }
    return NULL;
}

/* A node that a way might go to first, and a lower bound of that way's length. */
typedef struct first_node {
    size_t node;
    double bound;
} first_node;

static int compare_bounds(const void *a, const void *b)
{
    const first_node *x = a, *y = b;
    if (x->bound != y->bound)
        return x->bound > y->bound ? 1 : -1;
    return (x->node > y->node) - (x->node < y->node);
}

static size_t list_nodes(const mintu_router *router, const mintu_route_field *field, const double from[2], double limit,
                         first_node *out)
{
    const mintu_route_graph *graph = &router->graph;
    double here[3];
    size_t count = 0;
    mintu_space_from_degrees(from, here);
    for (size_t node = 0; node < graph->count; node++) {
        double bound = field->steps[node].length + CHORD * mintu_space_chord(here, graph->nodes[node].space);
        if (bound < limit && mintu_route_graph_turns(graph, node, from))
            out[count++] = (first_node){node, bound};
    }
    qsort(out, count, sizeof *out, compare_bounds);
    return count;
}

/* The first node of the shortest way, where that is below a limit: by lower bounds, until none is below the best. */
static size_t find_node(const mintu_router *router, const mintu_route_field *field, const double from[2], double limit,
                        first_node *room)
{
    const mintu_route_graph *graph = &router->graph;
    size_t best = MINTU_ROUTE_NONE, count = list_nodes(router, field, from, limit, room);
    for (size_t i = 0; i < count && room[i].bound < limit; i++) {
        size_t node = room[i].node;
        double length = field->steps[node].length + length_of(from, graph->nodes[node].lonlat);
        if (length < limit && mintu_route_graph_sees(graph, node, from)) {
            limit = length;
            best = node;
        }
    }
    return best;
}

mintu_status mintu_route_find(mintu_router *router, const mintu_route_field *field, const double from[2], mintu_error *error,
                              mintu_route *out)
{
    bool clear = false;
    out->count = out->crossing_count = 0;
    out->length = 0;
    out->row = -1;
    mintu_status status = mintu_sight_clear(router->sight, from, from, error, &clear);
    if (status != MINTU_STATUS_OK || !clear)
        return status;
    first_node *room = calloc(router->graph.count + 1, sizeof *room);
    if (!room)
        return mintu_fail_memory(error, DOING);
    const mintu_route_foot *foot = find_foot(router, field, from);
    size_t node = find_node(router, field, from, foot ? length_of(from, foot->lonlat) : INFINITY, room);
    free(room);
    if (!foot && node == MINTU_ROUTE_NONE)
        return MINTU_STATUS_OK;
    status = add_vertex(out, from, error);
    return status == MINTU_STATUS_OK ? write_route(router, field, node, foot, error, out) : status;
}

void mintu_route_free(mintu_route *route)
{
    free(route->lonlat);
    free(route->crossings);
    *route = (mintu_route){0};
}
