/* What stands in the way of labels and does not move: furniture and symbols, looked up by where they stand; in the end the labels
 * too, once they have their places. */
#ifndef LABEL_LABEL_COLLISION_H
#define LABEL_LABEL_COLLISION_H

#include "label/page_cells.h"

#include <stdint.h>

#define MINTU_UNPLACED ((size_t)-1)

/* Why a place was no candidate. */
typedef enum mintu_hindrance {
    MINTU_HINDRANCE_NONE = 0,
    MINTU_HINDRANCE_FRAME,
    MINTU_HINDRANCE_FURNITURE,
    MINTU_HINDRANCE_SYMBOL,
    MINTU_HINDRANCE_END
} mintu_hindrance;

/* Round ones are circles inscribed in their box. */
typedef struct mintu_obstacle {
    mintu_box box;
    bool round;
    size_t owner;      /* label, or MINTU_UNPLACED for what cannot move */
    const char *piece; /* of furniture: what messages call it; NULL */
} mintu_obstacle;

typedef struct mintu_collision {
    mintu_page_cells page;
    mintu_obstacle *obstacles;
    size_t count, room;
    /* After the last obstacle that is furniture; it comes before the symbols, of which there may be many. */
    size_t furniture_end;
    struct mintu_collision_cell {
        uint32_t *items;
        size_t count, room;
    } * cells;
    bool failed;
} mintu_collision;

/* Nothing in the way anywhere in @p area; false when memory ran out. */
bool mintu_collision_open(mintu_collision *collision, const mintu_box *area);

void mintu_collision_free(mintu_collision *collision);

size_t mintu_collision_add(mintu_collision *collision, const mintu_obstacle *obstacle); /* its index */

/* Owners of what meets the box, each obstacle once, other than @p except; returns how many there are, fills up to @p room. */
size_t mintu_collision_query(const mintu_collision *collision, const mintu_box *box, size_t except, size_t *owners,
                             size_t room);

/* Half the width of the largest symbol centred at a point; 0 when there is none. */
double mintu_collision_symbol(const mintu_collision *collision, double x, double y);

/* The piece of furniture that covers the point; NULL when none does. */
const char *mintu_collision_cover(const mintu_collision *collision, double x, double y);

/* What hinders a box; symbols that reach within @p spare px of the place x, y do not. */
mintu_hindrance mintu_collision_hindrance(const mintu_collision *collision, const mintu_box *box, const double spare[3]);

/* How many symbols meet the box that are not at x, y. */
size_t mintu_collision_others(const mintu_collision *collision, const mintu_box *box, double x, double y);

#endif
