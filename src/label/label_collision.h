#ifndef LABEL_LABEL_COLLISION_H
#define LABEL_LABEL_COLLISION_H

#include "label/label.h"

/* label_collision.c */
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
