#include "analyse/network_forest.h"

#include "analyse/network.h"
#include "analyse/network_links.h"
#include "analyse/network_ways.h"
#include "base/error.h"

#include <igraph.h>
#include <math.h>
#include <stdlib.h>

static const char DOING[] = "making a spanning forest";
static const double RADIUS = 6335439.327; /* b²/a of WGS 84, the smallest radius of curvature in any direction */
/* A cut link counts as longer than all others together, in metres: of these a forest has as few as it can. */
static const double CUT = 1e10;
enum { PLACES = 20000 };

/* Links that the forest may take. As long as a way is not known its link has the straight length, which is no longer. */
typedef struct graph {
    igraph_t whole;
    igraph_vector_int_t ends, tree;
    igraph_vector_t lengths;
    igraph_vector_bool_t known;
} graph;

/* A point on a sphere whose every distance between two latitudes and longitudes is below the ellipsoid's, hence its chord too. */
static void make_point(const double lonlat[2], double out[3])
{
    double degree = acos(-1) / 180, lon = lonlat[0] * degree, lat = lonlat[1] * degree;
    out[0] = RADIUS * cos(lat) * cos(lon);
    out[1] = RADIUS * cos(lat) * sin(lon);
    out[2] = RADIUS * sin(lat);
}

static igraph_error_t add_link(graph *g, size_t a, size_t b, double length, bool known)
{
    igraph_error_t code = igraph_vector_int_push_back(&g->ends, (igraph_integer_t)a);
    if (!code)
        code = igraph_vector_int_push_back(&g->ends, (igraph_integer_t)b);
    if (!code)
        code = igraph_vector_bool_push_back(&g->known, known);
    return code ? code : igraph_vector_push_back(&g->lengths, length);
}

/* The place's link to the root: link a - 1 of the straight network. */
static double root_length(const mintu_network *network, size_t a)
{
    const mintu_network_link *link = &network->links[a - 1];
    return link->length + (link->cut ? CUT : 0);
}

/* A link that is no shorter than both its ends' ways to the root is the longest of a cycle with these, and not needed. */
static igraph_error_t add_links(const mintu_network *network, const double (*points)[3], graph *g)
{
    igraph_error_t code = IGRAPH_SUCCESS;
    for (size_t a = 1; a <= network->place_count && !code; a++) {
        code = add_link(g, a, MINTU_NETWORK_ROOT, root_length(network, a), true);
        for (size_t b = 1; b < a && !code; b++) {
            double limit = fmax(root_length(network, a), root_length(network, b));
            const double *p = points[a], *q = points[b];
            double dx = p[0] - q[0], dy = p[1] - q[1], dz = p[2] - q[2];
            bool cut = network->nodes[a].land != network->nodes[b].land || network->nodes[a].land == 0;
            if (dx * dx + dy * dy + dz * dz > limit * limit)
                continue;
            double length = mintu_network_distance(network, a, b) + (cut ? CUT : 0);
            if (length < limit)
                code = add_link(g, a, b, length, cut || !mintu_network_is_routed(network));
        }
    }
    return code;
}

static size_t end_of(const graph *g, igraph_integer_t link, int end)
{
    return (size_t)VECTOR(g->ends)[2 * link + end];
}

/* Finds the ways of the links in the tree that are not known yet, and counts them. */
static mintu_status learn(const mintu_network *network, graph *g, mintu_error *error, size_t *learnt)
{
    mintu_status status = MINTU_STATUS_OK;
    *learnt = 0;
    for (igraph_integer_t i = 0; i < igraph_vector_int_size(&g->tree) && status == MINTU_STATUS_OK; i++) {
        igraph_integer_t link = VECTOR(g->tree)[i];
        mintu_network_link way;
        if (VECTOR(g->known)[link])
            continue;
        status = mintu_network_measure(network, end_of(g, link, 0), end_of(g, link, 1), error, &way);
        if (status == MINTU_STATUS_OK) {
            VECTOR(g->lengths)[link] = way.length + (way.cut ? CUT : 0);
            VECTOR(g->known)[link] = true;
            ++*learnt;
        }
    }
    return status;
}

static mintu_status fail_igraph(igraph_error_t code, mintu_error *error)
{
    if (code == IGRAPH_ENOMEM)
        return mintu_fail_memory(error, DOING);
    return mintu_fail(error, MINTU_STATUS_DEFECT, "%s: igraph says %s", DOING, igraph_strerror(code));
}

/* A tree of least lower bounds in which every bound is a way's length is a least tree by the ways: no other tree is below its own
 * bounds. So ways are only found for links of such trees, until all of one are known. */
static mintu_status find_tree(const mintu_network *network, graph *g, mintu_error *error)
{
    mintu_status status = MINTU_STATUS_OK;
    for (size_t learnt = 1; learnt > 0 && status == MINTU_STATUS_OK;) {
        igraph_error_t code = igraph_minimum_spanning_tree(&g->whole, &g->tree, &g->lengths);
        status = code ? fail_igraph(code, error) : learn(network, g, error, &learnt);
    }
    return status;
}

static mintu_status take(mintu_network *network, const graph *g, mintu_error *error)
{
    mintu_status status = MINTU_STATUS_OK;
    network->link_count = 0;
    for (igraph_integer_t i = 0; i < igraph_vector_int_size(&g->tree) && status == MINTU_STATUS_OK; i++) {
        igraph_integer_t link = VECTOR(g->tree)[i];
        double length = VECTOR(g->lengths)[link];
        bool cut = length >= CUT;
        mintu_network_link taken = {{end_of(g, link, 0), end_of(g, link, 1)}, cut ? length - CUT : length, cut};
        status = mintu_network_link_put(network, &taken, error);
    }
    return status;
}

static mintu_status solve(mintu_network *network, const double (*points)[3], graph *g, mintu_error *error)
{
    igraph_error_t code = add_links(network, points, g);
    if (!code)
        code = igraph_create(&g->whole, &g->ends, (igraph_integer_t)network->place_count + 1, IGRAPH_UNDIRECTED);
    if (code)
        return fail_igraph(code, error);
    mintu_status status = find_tree(network, g, error);
    igraph_destroy(&g->whole);
    return status == MINTU_STATUS_OK ? take(network, g, error) : status;
}

static mintu_status with_vectors(mintu_network *network, const double (*points)[3], mintu_error *error)
{
    graph g;
    mintu_status status = MINTU_STATUS_OK;
    igraph_error_t codes[] = {igraph_vector_int_init(&g.ends, 0), igraph_vector_int_init(&g.tree, 0),
                              igraph_vector_init(&g.lengths, 0), igraph_vector_bool_init(&g.known, 0)};
    for (int i = 0; i < 4 && status == MINTU_STATUS_OK; i++)
        status = codes[i] ? fail_igraph(codes[i], error) : MINTU_STATUS_OK;
    if (status == MINTU_STATUS_OK)
        status = solve(network, points, &g, error);
    if (!codes[0])
        igraph_vector_int_destroy(&g.ends);
    if (!codes[1])
        igraph_vector_int_destroy(&g.tree);
    if (!codes[2])
        igraph_vector_destroy(&g.lengths);
    if (!codes[3])
        igraph_vector_bool_destroy(&g.known);
    return status;
}

mintu_status mintu_network_forest(mintu_network *network, mintu_error *error)
{
    if (network->place_count > PLACES)
        return mintu_fail(error, MINTU_STATUS_INPUT, "%s: %zu places; expected at most %d; choose fewer places", DOING,
                          network->place_count, (int)PLACES);
    double(*points)[3] = calloc(network->node_count, sizeof *points);
    if (!points)
        return mintu_fail_memory(error, DOING);
    for (size_t i = 1; i < network->node_count; i++)
        make_point(network->nodes[i].lonlat, points[i]);
    igraph_error_handler_t *before = igraph_set_error_handler(igraph_error_handler_ignore); /* igraph's own ends the program */
    mintu_status status = with_vectors(network, (const double(*)[3])points, error);
    igraph_set_error_handler(before);
    free(points);
    return status;
}
