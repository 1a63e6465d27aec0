/* How a layer of type circle is drawn. */
#ifndef CANVAS_PAINT_CIRCLE_H
#define CANVAS_PAINT_CIRCLE_H

#include "canvas/paint.h"

/* What the properties come to for the scope's feature. */
mintu_circle_look mintu_circle_look_of(const mintu_style_layer *layer, mintu_style_scope *scope);

/* Draws one circle about its middle, which the look may shift. */
void mintu_circle_look_draw(mintu_canvas *canvas, const mintu_circle_look *look, const double at[2]);

/* Draws all points of the layer. */
void mintu_paint_circle(mintu_drawing *drawing, const mintu_style_layer *layer);

#endif
