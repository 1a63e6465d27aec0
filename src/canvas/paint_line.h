/* How a layer of type line is drawn. */
#ifndef CANVAS_PAINT_LINE_H
#define CANVAS_PAINT_LINE_H

#include "canvas/paint.h"

/* What the properties come to for the scope's feature. */
mintu_line_look mintu_line_look_of(const mintu_style_layer *layer, mintu_style_scope *scope);

/* Strokes the current path, and ends it; @p opacity is that of the layer. */
void mintu_line_look_stroke(mintu_canvas *canvas, const mintu_line_look *look, double opacity);

/* Draws all lines of the layer, and the borders of its areas; a border that two areas share once. */
void mintu_paint_line(mintu_drawing *drawing, const mintu_style_layer *layer);

#endif
