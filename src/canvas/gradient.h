/* A bar of colours that run into each other from its top to its bottom. */
#ifndef CANVAS_GRADIENT_H
#define CANVAS_GRADIENT_H

#include "canvas/canvas.h"

typedef struct mintu_gradient {
    mintu_box bar;
    cairo_pattern_t *colors;
} mintu_gradient;

mintu_gradient mintu_gradient_open(const mintu_box *bar);

/* The colour at @p place, from 0 at the top of the bar to 1 at its bottom; places come in order. */
void mintu_gradient_add(mintu_gradient *gradient, double place, mintu_color color);

/* Draws the bar and frees the gradient. */
void mintu_gradient_paint(mintu_gradient *gradient, mintu_canvas *canvas);

#endif
