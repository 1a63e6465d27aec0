/* How a layer of type background is drawn. */
#ifndef CANVAS_PAINT_BACKGROUND_H
#define CANVAS_PAINT_BACKGROUND_H

#include "canvas/paint.h"

/* Fills the map's face with the layer's colour or pattern. */
void mintu_paint_background(mintu_drawing *drawing, const mintu_style_layer *layer);

#endif
