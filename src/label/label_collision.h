/* What stands where on the page, looked up by a box. The labels have two of these: what does not move and stands in the way of their
 * places (furniture and symbols; in the end the labels too), and, while places are chosen (label_choice.c), the labels that have one. */
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
    struct mintu_collision_cell {
        mintu_obstacle *items;
        size_t count, room;
    } * cells;
} mintu_collision;

/* Nothing anywhere in @p area, in cells of @p side px; false when memory ran out. */
bool mintu_collision_open(mintu_collision *collision, const mintu_box *area, double side);
void mintu_collision_free(mintu_collision *collision);

/* Furniture comes before all else, since it is looked for there. */
void mintu_collision_add(mintu_collision *collision, const mintu_obstacle *obstacle);

/* Takes away all boxes of an owner in the cells that @p box touches. */
void mintu_collision_remove(mintu_collision *collision, const mintu_box *box, size_t owner);

/* A walk over the obstacles that meet a box, each once. */
typedef struct mintu_collision_walk {
    const mintu_collision *collision;
    mintu_box box;
    mintu_cell_range range;
    size_t x, y, item; /* what comes next */
} mintu_collision_walk;

mintu_collision_walk mintu_collision_begin(const mintu_collision *collision, const mintu_box *box);
const mintu_obstacle *mintu_collision_next(mintu_collision_walk *walk); /* NULL at the end */

/* Half the width of the largest symbol centred at a point; 0 when there is none. */
double mintu_collision_symbol(const mintu_collision *collision, const double at[2]);

/* The piece of furniture that covers the point; NULL when none does. */
const char *mintu_collision_cover(const mintu_collision *collision, const double at[2]);

/* Whether furniture lies over a part of the box. */
bool mintu_collision_covers(const mintu_collision *collision, const mintu_box *box);

/* What hinders a box; symbols that reach within spare[2] px of the place x, y in @p spare do not. */
mintu_hindrance mintu_collision_hindrance(const mintu_collision *collision, const mintu_box *box, const double spare[3]);

/* How many symbols meet the box that are not at the place. */
size_t mintu_collision_others(const mintu_collision *collision, const mintu_box *box, const double at[2]);

#endif
