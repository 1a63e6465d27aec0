#include "route/route_graph.h"

#include "base/array.h"
#include "base/context.h"
#include "base/error.h"
#include "geometry/measure.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const char DOING[] = N_("preparing routes on land");
enum { CORNERS = 10000 };
/* Pairs that see each other: on a land of many thin spikes all do, and time and memory grow with the square. */
enum { SIGHTS = 500000 };

mintu_status mintu_route_node_add(mintu_route_graph *graph, const double lonlat[2], size_t vertex, mintu_error *error)
{
    if (!MINTU_ARRAY_RESERVE(graph->nodes, graph->room, graph->count + 1))
        return mintu_fail_memory(error, DOING);
    mintu_route_node *node = &graph->nodes[graph->count++];
    *node = (mintu_route_node){.lonlat = {lonlat[0], lonlat[1]}, .vertex = vertex};
    mintu_space_from_degrees(lonlat, node->space);
    return MINTU_STATUS_OK;
}

/* At first each polygon is a land of its own. */
static mintu_status count_lands(mintu_route_graph *graph, mintu_error *error)
{
    const mintu_walls *walls = &graph->walls;
    graph->land_count = walls->count ? walls->polygons[walls->count - 1] + 1 : 1;
    graph->lands = calloc(graph->land_count, sizeof *graph->lands);
    if (!graph->lands)
        return mintu_fail_memory(error, DOING);
    for (size_t i = 0; i < graph->land_count; i++)
        graph->lands[i] = i;
    return MINTU_STATUS_OK;
}

static mintu_status make_walls(const mintu_sight *sight, mintu_error *error, mintu_walls *out)
{
    mintu_shape land = {0};
    mintu_status status = mintu_sight_land(sight, &land, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_walls_new(&land, error, out);
    mintu_shape_free(&land);
    return status;
}

mintu_status mintu_route_graph_new(const mintu_sight *sight, mintu_error *error, mintu_route_graph *out)
{
    *out = (mintu_route_graph){.made = false};
    mintu_status status = make_walls(sight, error, &out->walls);
    if (status == MINTU_STATUS_OK)
        status = count_lands(out, error);
    for (size_t i = 0; i < out->walls.count && status == MINTU_STATUS_OK; i++)
        if (mintu_walls_corner(&out->walls, i))
            status = mintu_route_node_add(out, out->walls.xy + 2 * i, i, error);
    if (status == MINTU_STATUS_OK && out->count > CORNERS)
        status =
            mintu_fail(error, MINTU_STATUS_INPUT,
                       "%s: the land has %zu corners to go around; expected at most %d; generalise the land or the barriers",
                       mintu_message(DOING), out->count, (int)CORNERS);
    if (status != MINTU_STATUS_OK)
        mintu_route_graph_free(out);
    return status;
}

void mintu_route_graph_free(mintu_route_graph *graph)
{
    for (size_t i = 0; i < graph->crossing_count; i++)
        free(graph->crossings[i].lonlat);
    free(graph->crossings);
    free(graph->lands);
    free(graph->nodes);
    mintu_walls_free(&graph->walls);
    if (graph->made)
        igraph_destroy(&graph->graph);
    if (graph->begun)
        igraph_vector_destroy(&graph->weights); /* nothing where it was not made */
    *graph = (mintu_route_graph){.made = false};
}

bool mintu_route_graph_turns(const mintu_route_graph *graph, size_t node, const double from[2])
{
    size_t vertex = graph->nodes[node].vertex;
    return vertex == MINTU_ROUTE_NONE || mintu_walls_turns(&graph->walls, vertex, from);
}

bool mintu_route_graph_sees(const mintu_route_graph *graph, size_t node, const double from[2])
{
    const double *at = graph->nodes[node].lonlat;
    return mintu_route_graph_turns(graph, node, from) &&
           ((at[0] == from[0] && at[1] == from[1]) || mintu_walls_clear(&graph->walls, at, from));
}

/* Corners of different polygons do not see each other. */
static bool is_linked(const mintu_route_graph *graph, size_t a, size_t b)
{
    const mintu_route_node *x = &graph->nodes[a], *y = &graph->nodes[b];
    bool apart = x->vertex != MINTU_ROUTE_NONE && y->vertex != MINTU_ROUTE_NONE &&
                 graph->walls.polygons[x->vertex] != graph->walls.polygons[y->vertex];
    return !apart && mintu_route_graph_turns(graph, a, y->lonlat) && mintu_route_graph_sees(graph, b, x->lonlat);
}

static igraph_error_t add_edge(mintu_route_graph *graph, size_t from, size_t to, double length)
{
    igraph_error_t code = igraph_vector_int_push_back(&graph->ends, (igraph_integer_t)from);
    if (!code)
        code = igraph_vector_int_push_back(&graph->ends, (igraph_integer_t)to);
    return code ? code : igraph_vector_push_back(&graph->weights, length);
}

/* Both ways. */
static igraph_error_t add_link(mintu_route_graph *graph, size_t a, size_t b, double length)
{
    igraph_error_t code = add_edge(graph, a, b, length);
    return code ? code : add_edge(graph, b, a, length);
}

static igraph_error_t list_links(mintu_route_graph *graph, mintu_context *context)
{
    igraph_error_t code = IGRAPH_SUCCESS;
    for (size_t i = 0; i < graph->count && !code; i++)
        code = add_edge(graph, graph->count, i, INFINITY);
    size_t sights = 0;
    for (size_t a = 0; a < graph->count && !code; a++) {
        if (mintu_context_steps(context, a, (double)NAN, DOING, NULL) != MINTU_STATUS_OK)
            code = IGRAPH_INTERRUPTED;
        for (size_t b = 0; b < a && !code; b++)
            if (is_linked(graph, a, b)) {
                const double *p = graph->nodes[a].lonlat, *q = graph->nodes[b].lonlat;
                code = ++sights > SIGHTS ? IGRAPH_EOVERFLOW
                                         : add_link(graph, a, b, mintu_geodesic_distance(p[0], p[1], q[0], q[1]));
            }
    }
    graph->first_crossing = (size_t)igraph_vector_size(&graph->weights);
    for (size_t i = 0; i < graph->crossing_count && !code; i++) {
        const mintu_route_crossing *crossing = &graph->crossings[i];
        code = add_link(graph, crossing->nodes[0], crossing->nodes[1], crossing->length);
    }
    return code;
}

static igraph_error_t make_graph(mintu_route_graph *graph, mintu_context *context)
{
    igraph_vector_destroy(&graph->weights); /* of a trial that failed */
    igraph_error_t code = igraph_vector_init(&graph->weights, 0);
    if (!code)
        code = igraph_vector_int_init(&graph->ends, 0);
    if (!code)
        code = list_links(graph, context);
    if (!code)
        code = igraph_create(&graph->graph, &graph->ends, (igraph_integer_t)graph->count + 1, IGRAPH_DIRECTED);
    igraph_vector_int_destroy(&graph->ends); /* the graph has its own copy */
    graph->made = !code;
    return code;
}

mintu_status mintu_route_graph_link(mintu_route_graph *graph, mintu_context *context, mintu_error *error)
{
    mintu_status status = mintu_igraph_begin(DOING, error);
    if (status != MINTU_STATUS_OK)
        return status;
    graph->begun = true;
    igraph_error_t code = make_graph(graph, context);
    mintu_igraph_end();
    if (code == IGRAPH_EOVERFLOW)
        return mintu_fail(error, MINTU_STATUS_INPUT,
                          "%s: more than %d pairs of the land's corners see each other; generalise the land or the barriers",
                          mintu_message(DOING), (int)SIGHTS);
    if (code == IGRAPH_INTERRUPTED)
        return mintu_fail(error, MINTU_STATUS_CANCELLED, "%s: cancelled", mintu_message(DOING));
    return code ? mintu_fail_igraph(code, DOING, error) : MINTU_STATUS_OK;
}

/* Lengths by the links to the nodes before: follows them up to one that is known, then comes back. */
static void measure(const mintu_route_graph *graph, const igraph_vector_int_t *links, size_t node, size_t *stack,
                    mintu_route_step *steps)
{
    size_t depth = 0;
    for (size_t at = node; at != MINTU_ROUTE_NONE && steps[at].length < 0; at = steps[at].next)
        stack[depth++] = at;
    while (depth > 0) {
        size_t at = stack[--depth], next = steps[at].next;
        double link = VECTOR(graph->weights)[VECTOR(*links)[at]];
        steps[at].length = link + (next == MINTU_ROUTE_NONE ? 0 : steps[next].length);
    }
}

static mintu_status read_steps(const mintu_route_graph *graph, const igraph_vector_int_t *parents,
                               const igraph_vector_int_t *links, mintu_error *error, mintu_route_step *out)
{
    size_t *stack = calloc(graph->count + 1, sizeof *stack);
    if (!stack)
        return mintu_fail_memory(error, DOING);
    for (size_t i = 0; i < graph->count; i++) {
        igraph_integer_t parent = VECTOR(*parents)[i], link = VECTOR(*links)[i];
        out[i] = (mintu_route_step){.length = link < 0 ? INFINITY : -1, .next = MINTU_ROUTE_NONE, .crossing = MINTU_ROUTE_NONE};
        if (link >= 0 && (size_t)parent != graph->count)
            out[i].next = (size_t)parent;
        if (link >= 0 && (size_t)link >= graph->first_crossing)
            out[i].crossing = ((size_t)link - graph->first_crossing) / 2;
    }
    for (size_t i = 0; i < graph->count; i++)
        measure(graph, links, i, stack, out);
    free(stack);
    return MINTU_STATUS_OK;
}

mintu_status mintu_route_graph_solve(mintu_route_graph *graph, const double *straight, mintu_error *error,
                                     mintu_route_step *out)
{
    igraph_vector_int_t parents = {0}, links = {0};
    for (size_t i = 0; i < graph->count; i++)
        VECTOR(graph->weights)[i] = straight[i];
    mintu_status status = mintu_igraph_begin(DOING, error);
    if (status != MINTU_STATUS_OK)
        return status;
    igraph_error_t code = igraph_vector_int_init(&parents, 0);
    if (!code)
        code = igraph_vector_int_init(&links, 0);
    if (!code)
        code = igraph_get_shortest_paths_dijkstra(&graph->graph, NULL, NULL, (igraph_integer_t)graph->count, igraph_vss_all(),
                                                  &graph->weights, IGRAPH_OUT, &parents, &links);
    status = code ? mintu_fail_igraph(code, DOING, error) : read_steps(graph, &parents, &links, error, out);
    igraph_vector_int_destroy(&links);
    igraph_vector_int_destroy(&parents);
    mintu_igraph_end();
    return status;
}
