/* Crossings as nodes of a route graph, attached to the land near their ends, and the lines between them. */
#ifndef ROUTE_ROUTE_CROSSINGS_H
#define ROUTE_ROUTE_CROSSINGS_H

#include "route/route_graph.h"

/* Adds the lines of the rows that a mask (a byte per row; NULL: all) selects. */
mintu_status mintu_route_crossings_add(mintu_route_graph *graph, const mintu_sight *sight, const mintu_layer *lines,
                                       const unsigned char *mask, mintu_error *error);

#endif
