#ifndef CANVAS_PAINT_BACKGROUND_H
#define CANVAS_PAINT_BACKGROUND_H

#include "canvas/paint.h"

/* Background. */
void mintu_paint_background(mintu_scene *scene, const mintu_style_layer *layer);

#endif
