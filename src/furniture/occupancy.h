/* What lies where on the map's face: coarse sums that furniture looks at to find an empty place. A box takes four look-ups, so
 * that thousands of places can be tried. */
#ifndef FURNITURE_SYMBOL_COVERAGE_H
#define FURNITURE_SYMBOL_COVERAGE_H

#include "canvas/box.h"

#include <stddef.h>
#include <stdint.h>

typedef struct mintu_scene mintu_scene;

typedef enum mintu_cover {
    MINTU_COVER_POINTS = 0, /* symbols and points with a required label; MINTU_COVER_POINT each, less outside the focus */
    MINTU_COVER_SUBJECT,    /* cells in which something of the subject lies: its areas, borders, lines */
    MINTU_COVER_INK,        /* how much lies in the cells, names of neighbours among it, 255 at most in each */
    MINTU_COVER_END
} mintu_cover;
enum { MINTU_COVER_POINT = 4 };

typedef struct mintu_coverage {
    double cell; /* px */
    size_t columns, lines;
    uint32_t *sums[MINTU_COVER_END]; /* of all cells above and left; NULL: nothing lies anywhere */
} mintu_coverage;

bool mintu_coverage_open(mintu_coverage *coverage, mintu_scene *scene); /* false when memory ran out */
/* Empty sums for a page of the given px; add to cells, then sum up once. */
bool mintu_coverage_make(mintu_coverage *coverage, double width, double height);
void mintu_coverage_add(mintu_coverage *coverage, mintu_cover kind, double x, double y, uint32_t amount);
void mintu_coverage_sum_up(mintu_coverage *coverage);
/* Sum over all cells that the box touches. */
double mintu_coverage_sum(const mintu_coverage *coverage, mintu_cover kind, const mintu_box *box);
void mintu_coverage_free(mintu_coverage *coverage);

#endif
