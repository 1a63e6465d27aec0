/* Where a piece of furniture goes: as the layout asks, else the place at which it hides least. */
#ifndef FURNITURE_PLACEMENT_H
#define FURNITURE_PLACEMENT_H

#include "furniture/occupancy.h"

typedef enum mintu_anchor {
    MINTU_ANCHOR_BOTTOM_RIGHT = 0,
    MINTU_ANCHOR_BOTTOM_LEFT,
    MINTU_ANCHOR_TOP_RIGHT,
    MINTU_ANCHOR_TOP_LEFT,
    MINTU_ANCHOR_BOTTOM, /* the middles of the edges */
    MINTU_ANCHOR_TOP,
    MINTU_ANCHOR_RIGHT,
    MINTU_ANCHOR_LEFT,
    MINTU_ANCHOR_END
} mintu_anchor;
enum { MINTU_ANCHOR_CORNERS = MINTU_ANCHOR_BOTTOM };

mintu_anchor mintu_anchor_named(const char *name); /* MINTU_ANCHOR_END for NULL, "", "none" */

enum { MINTU_PLACEMENT_MOST = 8 };
typedef struct mintu_placement {
    mintu_box frame;
    double mm;      /* px in a millimetre, for places that the layout gives */
    double gap;     /* px between pieces, and from each to the frame */
    double corners; /* how many times dearer other places than corners are; 0: once */
    const mintu_occupancy *occupancy;
    mintu_box taken[MINTU_PLACEMENT_MOST];
    size_t taken_count;
} mintu_placement;

/* A place at the anchor; behind the pieces that are there already. Takes it. */
mintu_box mintu_placement_at(mintu_placement *placement, mintu_anchor anchor, const double size[2]);

/* The emptiest place: one that hides no symbol and nothing of the subject, if there is one; of these a corner, then a place in
 * line with a piece that stands in one, then one along an edge, then any. @p first is taken of equal corners. Takes it. */
mintu_box mintu_placement_find(mintu_placement *placement, mintu_anchor first, const double size[2]);

void mintu_placement_take(mintu_placement *placement, const mintu_box *box);

#endif
