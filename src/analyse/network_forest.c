#include "analyse/network_forest.h"

#include "analyse/network.h"
#include "analyse/network_links.h"
#include "analyse/network_ways.h"
#include "base/error.h"
#include "geometry/measure.h"
#include "route/route_graph.h"

#include <math.h>

static const char DOING[] = N_("making a spanning forest");
static const double ROUNDING = 1e-6; /* metres: a chord is no longer than the way on the ellipsoid but for this */
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
static igraph_error_t add_links(const mintu_network *network, graph *g)
{
    igraph_error_t code = IGRAPH_SUCCESS;
    for (size_t a = 1; a <= network->place_count && !code; a++) {
        code = add_link(g, a, MINTU_NETWORK_ROOT, root_length(network, a), true);
        for (size_t b = 1; b < a && !code; b++) {
            double limit = fmax(root_length(network, a), root_length(network, b));
            bool cut = network->nodes[a].land != network->nodes[b].land || network->nodes[a].land == 0;
            if (mintu_space_chord(network->nodes[a].space, network->nodes[b].space) > limit + ROUNDING)
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

/* A tree of least lower bounds in which every bound is a way's length is a least tree by the ways: no other tree is below its own
 * bounds. So ways are only found for links of such trees, until all of one are known. */
static mintu_status find_tree(const mintu_network *network, graph *g, mintu_error *error)
{
    mintu_status status = MINTU_STATUS_OK;
    for (size_t learnt = 1; learnt > 0 && status == MINTU_STATUS_OK;) {
        igraph_error_t code = igraph_minimum_spanning_tree(&g->whole, &g->tree, &g->lengths);
        status = code ? mintu_fail_igraph(code, DOING, error) : learn(network, g, error, &learnt);
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

static mintu_status solve(mintu_network *network, graph *g, mintu_error *error)
{
    igraph_error_t code = add_links(network, g);
    if (!code)
        code = igraph_create(&g->whole, &g->ends, (igraph_integer_t)network->place_count + 1, IGRAPH_UNDIRECTED);
    if (code)
        return mintu_fail_igraph(code, DOING, error);
    mintu_status status = find_tree(network, g, error);
    igraph_destroy(&g->whole);
    return status == MINTU_STATUS_OK ? take(network, g, error) : status;
}

mintu_status mintu_network_forest(mintu_network *network, mintu_error *error)
{
    graph g = {.known = {0}};
    if (network->place_count > PLACES)
        return mintu_fail(error, MINTU_STATUS_INPUT, "%s: %zu places; expected at most %d; choose fewer places",
                          mintu_message(DOING), network->place_count, (int)PLACES);
    mintu_status status = mintu_igraph_begin(DOING, error);
    if (status != MINTU_STATUS_OK)
        return status;
    igraph_error_t code = igraph_vector_int_init(&g.ends, 0);
    if (!code)
        code = igraph_vector_int_init(&g.tree, 0);
    if (!code)
        code = igraph_vector_init(&g.lengths, 0);
    if (!code)
        code = igraph_vector_bool_init(&g.known, 0);
    status = code ? mintu_fail_igraph(code, DOING, error) : solve(network, &g, error);
    igraph_vector_int_destroy(&g.ends); /* nothing where it was not made */
    igraph_vector_int_destroy(&g.tree);
    igraph_vector_destroy(&g.lengths);
    igraph_vector_bool_destroy(&g.known);
    mintu_igraph_end();
    return status;
}
