#include "analyse/network.h"
#include "base/error.h"

#include <igraph.h>
#include <math.h>
#include <stdlib.h>

static const char DOING[] = "making a spanning forest";
static const double RADIUS = 6335439.327; /* b²/a of WGS 84, the smallest radius of curvature in any direction */
enum { PLACES = 20000 };

typedef struct graph {
    igraph_vector_int_t ends, tree;
    igraph_vector_t lengths;
} graph;

/* A point on a sphere whose every distance between two latitudes and longitudes is below the ellipsoid's, hence its chord too. */
static void make_point(const double lonlat[2], double out[3])
{
    double degree = acos(-1) / 180, lon = lonlat[0] * degree, lat = lonlat[1] * degree;
    out[0] = RADIUS * cos(lat) * cos(lon);
    out[1] = RADIUS * cos(lat) * sin(lon);
    out[2] = RADIUS * sin(lat);
}

static igraph_error_t add_link(graph *g, size_t a, size_t b, double length)
{
    igraph_error_t code = igraph_vector_int_push_back(&g->ends, (igraph_integer_t)a);
    if (!code)
        code = igraph_vector_int_push_back(&g->ends, (igraph_integer_t)b);
    return code ? code : igraph_vector_push_back(&g->lengths, length);
}

/* A link that is no shorter than both its ends' ways to the root is the longest of a cycle with these, and not needed. */
static igraph_error_t add_links(const mintu_network *network, const double (*points)[3], graph *g)
{
    igraph_error_t code = IGRAPH_SUCCESS;
    for (size_t a = 1; a <= network->place_count && !code; a++) {
        code = add_link(g, a, MINTU_NETWORK_ROOT, mintu_network_distance(network, a, MINTU_NETWORK_ROOT));
        for (size_t b = 1; b < a && !code; b++) {
            double limit = fmax(network->nodes[a].hit.distance_m, network->nodes[b].hit.distance_m);
            const double *p = points[a], *q = points[b];
            double dx = p[0] - q[0], dy = p[1] - q[1], dz = p[2] - q[2];
            if (dx * dx + dy * dy + dz * dz > limit * limit)
                continue;
            double length = mintu_network_distance(network, a, b);
            if (length < limit)
                code = add_link(g, a, b, length);
        }
    }
    return code;
}

static igraph_error_t find_tree(const mintu_network *network, const double (*points)[3], graph *g)
{
    igraph_t whole;
    igraph_error_t code = add_links(network, points, g);
    if (!code)
        code = igraph_create(&whole, &g->ends, (igraph_integer_t)network->place_count + 1, IGRAPH_UNDIRECTED);
    if (code)
        return code;
    code = igraph_minimum_spanning_tree(&whole, &g->tree, &g->lengths);
    igraph_destroy(&whole);
    return code;
}

static igraph_error_t solve(const mintu_network *network, const double (*points)[3], graph *g)
{
    igraph_error_t code = igraph_vector_int_init(&g->ends, 0);
    if (code)
        return code;
    if (!(code = igraph_vector_int_init(&g->tree, 0))) {
        if (!(code = igraph_vector_init(&g->lengths, 0))) {
            if (!(code = find_tree(network, points, g)))
                return code;
            igraph_vector_destroy(&g->lengths);
        }
        igraph_vector_int_destroy(&g->tree);
    }
    igraph_vector_int_destroy(&g->ends);
    return code;
}

static mintu_status take(mintu_network *network, const graph *g, mintu_error *error)
{
    mintu_status status = MINTU_STATUS_OK;
    network->link_count = 0;
    for (igraph_integer_t i = 0; i < igraph_vector_int_size(&g->tree) && status == MINTU_STATUS_OK; i++) {
        igraph_integer_t link = VECTOR(g->tree)[i];
        status =
            mintu_network_link_add(network, (size_t)VECTOR(g->ends)[2 * link], (size_t)VECTOR(g->ends)[2 * link + 1], error);
    }
    return status;
}

mintu_status mintu_network_forest(mintu_network *network, mintu_error *error)
{
    graph g;
    if (network->place_count > PLACES)
        return mintu_fail(error, MINTU_STATUS_INPUT, "%s: %zu places; expected at most %d; choose fewer places", DOING,
                          network->place_count, (int)PLACES);
    double(*points)[3] = calloc(network->node_count, sizeof *points);
    if (!points)
        return mintu_fail_memory(error, DOING);
    for (size_t i = 1; i < network->node_count; i++)
        make_point(network->nodes[i].lonlat, points[i]);
    igraph_error_handler_t *before = igraph_set_error_handler(igraph_error_handler_ignore); /* igraph's own ends the program */
    igraph_error_t code = solve(network, (const double(*)[3])points, &g);
    igraph_set_error_handler(before);
    free(points);
    if (code == IGRAPH_ENOMEM)
        return mintu_fail_memory(error, DOING);
    if (code)
        return mintu_fail(error, MINTU_STATUS_DEFECT, "%s: igraph says %s", DOING, igraph_strerror(code));
    mintu_status status = take(network, &g, error);
    igraph_vector_int_destroy(&g.ends);
    igraph_vector_int_destroy(&g.tree);
    igraph_vector_destroy(&g.lengths);
    return status;
}
