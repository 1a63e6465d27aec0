#ifndef CANVAS_PAINT_LINE_H
#define CANVAS_PAINT_LINE_H

#include "canvas/paint.h"

mintu_line_look mintu_line_look_of(const mintu_style_layer *layer, mintu_style_scope *scope);

void mintu_line_look_stroke(mintu_canvas *canvas, const mintu_line_look *look); /* the current path */

void mintu_paint_line(mintu_scene *scene, const mintu_style_layer *layer);

#endif
