#ifndef CANVAS_PAINT_CIRCLE_H
#define CANVAS_PAINT_CIRCLE_H

#include "canvas/paint.h"

mintu_circle_look mintu_circle_look_of(const mintu_style_layer *layer, mintu_style_scope *scope);

void mintu_circle_look_draw(mintu_canvas *canvas, const mintu_circle_look *look, double x, double y);

void mintu_paint_circle(mintu_scene *scene, const mintu_style_layer *layer);

#endif
