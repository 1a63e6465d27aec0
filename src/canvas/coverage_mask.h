/* Which pixels of the page are covered by shapes so far: whether the next one overlaps them, only touches them, or lies apart. */
#ifndef CANVAS_COVERAGE_MASK_H
#define CANVAS_COVERAGE_MASK_H

#include "canvas/canvas.h"

typedef enum mintu_coverage {
    MINTU_COVERAGE_APART = 0,
    MINTU_COVERAGE_TOUCHES,
    MINTU_COVERAGE_OVERLAPS /* or there is no memory to know it */
} mintu_coverage;

typedef struct mintu_coverage_mask {
    mintu_box area;              /* px */
    double scale;                /* pixels to a px */
    cairo_surface_t *sum, *next; /* shares of pixels, one byte each */
    mintu_canvas canvas;         /* what draws the next shape; borrows all but its cairo */
    int filled[4];               /* pixels of sum that may be set: x0, y0, x1, y1 */
    int last[4];                 /* those of the shape that overlapped last */
} mintu_coverage_mask;

/* Opens a mask of what lies in the canvas's clip box. */
void mintu_coverage_open(mintu_coverage_mask *mask, const mintu_canvas *canvas);
void mintu_coverage_close(mintu_coverage_mask *mask);

/* Begins the next shape: what is added to the path of the canvas that comes back; NULL where memory ran out. */
mintu_canvas *mintu_coverage_shape(mintu_coverage_mask *mask);

/* Adds the shape, whose box on the page is @p box, unless it overlaps. */
mintu_coverage mintu_coverage_add(mintu_coverage_mask *mask, const mintu_box *box);

/* Forgets all shapes but the one that overlapped last. */
void mintu_coverage_restart(mintu_coverage_mask *mask);

#endif
