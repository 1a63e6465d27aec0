/* How a layer of type fill is drawn. */
#ifndef CANVAS_PAINT_FILL_H
#define CANVAS_PAINT_FILL_H

#include "canvas/paint.h"

/* What the properties come to for the scope's feature. */
mintu_fill_look mintu_fill_look_of(const mintu_style_layer *layer, mintu_style_scope *scope);

/* Fills the current path, outlines it where that is asked for, and ends it. */
void mintu_fill_look_paint(mintu_canvas *canvas, const mintu_fill_look *look);

/* Draws all areas of the layer. */
void mintu_paint_fill(mintu_drawing *drawing, const mintu_style_layer *layer);

#endif
