#ifndef CANVAS_PAINT_FILL_H
#define CANVAS_PAINT_FILL_H

#include "canvas/paint.h"

mintu_fill_look mintu_fill_look_of(const mintu_style_layer *layer, mintu_style_scope *scope);

void mintu_fill_look_paint(mintu_canvas *canvas, const mintu_fill_look *look); /* the current path */

void mintu_paint_fill(mintu_scene *scene, const mintu_style_layer *layer);

#endif
