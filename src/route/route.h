/* Shortest ways on land, over crossings such as bridges and ferries where they shorten them or no other way is. */
#ifndef ROUTE_ROUTE_H
#define ROUTE_ROUTE_H

#include "geometry/sight.h"

typedef struct mintu_router mintu_router;           /* the land as a graph of what sees what */
typedef struct mintu_route_field mintu_route_field; /* the shortest ways from everywhere to one target */

/* A way to a target. Zero-initialise once and use again: the room is kept. */
typedef struct mintu_route {
    double *lonlat; /* x0 y0 x1 y1 …, from the place to the target */
    size_t count, room;
    size_t *crossings; /* rows of the crossings' layer in the order of the way */
    size_t crossing_count, crossing_room;
    double length; /* geodesic metres */
    long row;      /* of the target's line that is reached; -1: none */
} mintu_route;

/* The crossings that a router may use. */
typedef struct mintu_route_crossings {
    const mintu_layer *layer; /* lines; NULL: none. Only the rows of a mask (a byte per row; NULL: all) */
    const unsigned char *mask;
} mintu_route_crossings;

/* Sight and layer must outlive the router. As a crossing may be drawn to end off the
 * land or on an islet, its ends are attached to all land within 3 km, but not across a barrier; where there is none it is left
 * out, and the context's listener hears so. More than 10000 corners of the land
 * are MINTU_STATUS_INPUT. */
mintu_status mintu_router_new(const mintu_sight *sight, const mintu_route_crossings *crossings, mintu_error *error,
                              mintu_router **out);
void mintu_router_free(mintu_router *router);

/* A number that two positions share when a way leads from one to the other; 0 off the land. */
size_t mintu_router_land(const mintu_router *router, const double lonlat[2]);

/* Ways to the nearest point, by the way, of those rows of a layer that a mask selects (NULL: all). What of them is not on land
 * is no target. */
mintu_status mintu_route_to_lines(mintu_router *router, const mintu_layer *lines, const unsigned char *mask, mintu_datum datum,
                                  mintu_error *error, mintu_route_field **out);

/* Ways to a position, which has none when it is not on land. */
mintu_status mintu_route_to_point(mintu_router *router, const double lonlat[2], mintu_error *error, mintu_route_field **out);
void mintu_route_field_free(mintu_route_field *field);

/* The shortest way from a position on land; out->count is 0 when there is none. */
mintu_status mintu_route_find(mintu_router *router, const mintu_route_field *field, const double from[2], mintu_error *error,
                              mintu_route *out);
void mintu_route_free(mintu_route *route);

#endif
