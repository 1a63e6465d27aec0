/* Lines and polygons in degrees cut to where a projection is valid, before they are projected. */
#ifndef GEOMETRY_CUT_H
#define GEOMETRY_CUT_H

#include "geometry/pieces.h"
#include "geometry/validity.h"

/* A rule for cutting, with the room that it works in; zero-initialise, and free. */
typedef struct mintu_cutter {
    const mintu_validity *validity;
    double near[4]; /* what the page can show: west, south, east, north about the middle of the validity */
    double step;    /* degrees; edges that are longer get further vertices, since a straight edge is bent by the projection */
    bool polygon;   /* what is cut are rings */
    mintu_track rings, ring, windowed, fine, capped;
    struct mintu_cut_ring *items; /* the rings under way */
    size_t ring_count, ring_room;
} mintu_cutter;

/* What must be known of a shape to tell whether it must be cut at all. */
typedef struct mintu_spread {
    double west, south, east, north;
    double wide, high; /* its longest edge, by longitude and by latitude */
} mintu_spread;
mintu_spread mintu_spread_of(const double *xy, const size_t *starts, size_t parts);

/* Whether a shape can be projected as it is. */
bool mintu_cutter_leaves(const mintu_cutter *cutter, const mintu_spread *reach);

/* Whether nothing of a shape comes near the page. */
bool mintu_cutter_drops(const mintu_cutter *cutter, const mintu_spread *reach);

/* Adds what is left of a shape of lines or polygons to @p out. Longitudes may jump from 180 to -180, or run on beyond; a ring about a
 * pole holds the nearer pole. @p only_near cuts to what the page can show, too. */
void mintu_cutter_cut(mintu_cutter *cutter, const mintu_shape *shape, bool only_near, mintu_pieces *out);

void mintu_cutter_free(mintu_cutter *cutter);

#endif
