#ifndef ROUTE_ROUTE_CROSSINGS_H
#define ROUTE_ROUTE_CROSSINGS_H

#include "route/route_graph.h"

/* Adds the crossings as nodes and lines between them. */
mintu_status mintu_route_crossings_add(mintu_route_graph *graph, const mintu_sight *sight,
                                       const mintu_route_crossings *crossings, mintu_error *error);

#endif
