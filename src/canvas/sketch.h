/* A coarse picture of how much lies where: one byte per cell of the page, drawn as a map is, and read back. */
#ifndef CANVAS_SKETCH_H
#define CANVAS_SKETCH_H

#include "canvas/canvas.h"

typedef struct mintu_sketch {
    mintu_canvas canvas; /* what is drawn on it counts by its opacity */
    size_t columns, lines;
} mintu_sketch;

/* An empty picture of cells of @p cell px; what lies outside @p clip is not drawn. mintu_canvas_free() after use. */
mintu_sketch mintu_sketch_open(size_t columns, size_t lines, double cell, const mintu_box *clip);

/* Takes the share @p amount away from all within the current path, by the even-odd rule, and ends the path. */
void mintu_sketch_fade(mintu_sketch *sketch, double amount);

/* The bytes of a line of cells; NULL when memory ran out. Nothing is drawn after the first call. */
const unsigned char *mintu_sketch_line(mintu_sketch *sketch, size_t line);

#endif
