/* The corners of the land and the ends of crossings, with the lines between those that see each other. For this room only. */
#ifndef ROUTE_ROUTE_GRAPH_H
#define ROUTE_ROUTE_GRAPH_H

#include "geometry/sight.h"
#include "geometry/walls.h"
#include "route/igraph_use.h"

#define MINTU_ROUTE_NONE ((size_t)-1)

typedef struct mintu_route_node {
    double lonlat[2], space[3];
    size_t vertex; /* of the walls, where ways bend around it; MINTU_ROUTE_NONE: end of a crossing, ways bend anyhow */
} mintu_route_node;

/* A crossing from one node to another. */
typedef struct mintu_route_crossing {
    size_t row, nodes[2];
    double *lonlat; /* of its line */
    size_t count;
    double length;
} mintu_route_crossing;

typedef struct mintu_route_graph {
    mintu_walls walls;
    mintu_route_node *nodes;
    size_t count, room;
    size_t *lands, land_count; /* of a polygon: those with the same number are joined by crossings */
    mintu_route_crossing *crossings;
    size_t crossing_count, crossing_room;
    igraph_t graph; /* node count is the target; edge i leads from it to node i, then come the others, crossings last */
    igraph_vector_int_t ends; /* of its edges while it is made */
    igraph_vector_t weights;  /* their lengths */
    size_t first_crossing;    /* the edge; crossing k has the edges first + 2 k and one more, the way back */
    bool made, begun;         /* the graph; igraph was used for it */
} mintu_route_graph;

/* How a node is reached from a target: the next node on the way there. */
typedef struct mintu_route_step {
    double length;         /* of the whole way; INFINITY: none */
    size_t next, crossing; /* MINTU_ROUTE_NONE: straight to the foot; not over a crossing */
} mintu_route_step;

/* Makes the nodes of the land, at most 10000; lines between them are found by mintu_route_graph_link(), at most 500000. */
mintu_status mintu_route_graph_new(const mintu_sight *sight, mintu_error *error, mintu_route_graph *out);
mintu_status mintu_route_graph_link(mintu_route_graph *graph, mintu_context *context, mintu_error *error);
void mintu_route_graph_free(mintu_route_graph *graph);

/* True when a way from a position may bend at a node, be the node in sight or not; true when it is in sight as well. */
bool mintu_route_graph_turns(const mintu_route_graph *graph, size_t node, const double from[2]);
bool mintu_route_graph_sees(const mintu_route_graph *graph, size_t node, const double from[2]);

/* Shortest ways of all nodes to a target, given the lengths straight to it (INFINITY: not in sight). */
mintu_status mintu_route_graph_solve(mintu_route_graph *graph, const double *straight, mintu_error *error,
                                     mintu_route_step *out);

mintu_status mintu_route_node_add(mintu_route_graph *graph, const double lonlat[2], size_t vertex, mintu_error *error);

#endif
