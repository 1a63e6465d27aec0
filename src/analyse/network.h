/* Networks that link places with lines, which together are one root: straight links, spanning forest, Steiner points. */
#ifndef ANALYSE_NETWORK_H
#define ANALYSE_NETWORK_H

#include "analyse/greenway_ways.h"

#include <mintu/greenway.h>

enum { MINTU_NETWORK_ROOT = 0 }; /* the node that stands for all lines */

/* A node: a place, a Steiner point, or the root, which has no position. */
typedef struct mintu_network_node {
    double lonlat[2], space[3];
    mintu_nearest_hit hit; /* the nearest point of the lines */
    size_t land;           /* of mintu_ways_land() */
} mintu_network_node;

/* A link of two nodes; one to the root ends at the nearest point of the lines. */
typedef struct mintu_network_link {
    size_t nodes[2];
    double length; /* geodesic metres of the way; below 0: removed */
    bool cut;      /* straight, as no way on land is known */
} mintu_network_link;

/* Node 0 is the root, then come the places in their order, then Steiner points. Zero-initialise. */
typedef struct mintu_network {
    const mintu_nearest *lines;      /* borrowed */
    struct mintu_network_ways *ways; /* NULL: links are straight */
    mintu_network_node *nodes;
    mintu_network_link *links;
    size_t node_count, node_room, link_count, link_room, place_count;
} mintu_network;

#endif
