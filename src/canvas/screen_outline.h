/* The line, one pixel wide, by which MapLibre GL JS smooths the edges of areas on a screen. */
#ifndef CANVAS_SCREEN_OUTLINE_H
#define CANVAS_SCREEN_OUTLINE_H

#include "canvas/canvas.h"

typedef struct mintu_screen_outline {
    cairo_t *cairo;
    cairo_surface_t *shares; /* of the pixels, one byte each; NULL where memory ran out */
    int reach[4];            /* pixels that are set: x0, y0, x1, y1 */
} mintu_screen_outline;

void mintu_screen_outline_open(mintu_screen_outline *outline, mintu_canvas *canvas);
void mintu_screen_outline_close(mintu_screen_outline *outline);

/* Adds a piece from one place on the page to another. */
void mintu_screen_outline_add(mintu_screen_outline *outline, const double from[2], const double to[2]);

/* Paints what was added, and forgets it. */
void mintu_screen_outline_paint(mintu_screen_outline *outline, mintu_color color);

#endif
