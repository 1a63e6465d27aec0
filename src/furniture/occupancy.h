/* What lies where on the map's face: coarse sums that furniture looks at to find an empty place. A box takes four look-ups, so
 * that thousands of places can be tried. */
#ifndef FURNITURE_OCCUPANCY_H
#define FURNITURE_OCCUPANCY_H

#include "canvas/drawing.h"

typedef enum mintu_cover {
    MINTU_COVER_POINTS = 0, /* symbols and points with a required label; MINTU_COVER_POINT each, less outside the focus */
    MINTU_COVER_SUBJECT,    /* cells in which something of the subject lies: its areas, borders, lines */
    MINTU_COVER_INK,        /* how much lies in the cells, names of neighbours among it, 255 at most in each */
    MINTU_COVER_END
} mintu_cover;
enum { MINTU_COVER_POINT = 1000 }; /* more than there are around the focus */

typedef struct mintu_occupancy {
    double cell; /* px */
    size_t columns, lines;
    uint32_t *sums[MINTU_COVER_END]; /* of all cells above and left; NULL: nothing lies anywhere */
} mintu_occupancy;

bool mintu_occupancy_open(mintu_occupancy *occupancy, mintu_drawing *drawing); /* false when memory ran out */
/* Empty sums for a page of the given px; add to cells, then sum up once. */
bool mintu_occupancy_make(mintu_occupancy *occupancy, double width, double height);
void mintu_occupancy_add(mintu_occupancy *occupancy, mintu_cover kind, double x, double y, uint32_t amount);
void mintu_occupancy_sum_up(mintu_occupancy *occupancy);
/* Sum over all cells that the box touches. */
double mintu_occupancy_sum(const mintu_occupancy *occupancy, mintu_cover kind, const mintu_box *box);
void mintu_occupancy_free(mintu_occupancy *occupancy);

#endif
