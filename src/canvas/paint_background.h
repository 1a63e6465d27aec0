/* How a layer of type background is drawn. */
#ifndef CANVAS_PAINT_BACKGROUND_H
#define CANVAS_PAINT_BACKGROUND_H

#include "canvas/paint.h"

/* What the properties come to. */
mintu_fill_look mintu_background_look_of(const mintu_style_layer *layer, mintu_style_scope *scope);

/* Fills the map's face with the layer's colour or pattern. */
void mintu_paint_background(mintu_drawing *drawing, const mintu_style_layer *layer);

#endif
