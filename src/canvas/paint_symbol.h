/* How a layer of type symbol is drawn: its icons, and what its texts look like; where the texts stand is the labels' business. */
#ifndef CANVAS_PAINT_SYMBOL_H
#define CANVAS_PAINT_SYMBOL_H

#include "canvas/paint.h"

/* What the properties of the icon come to for the scope's feature. */
mintu_icon_look mintu_icon_look_of(mintu_drawing *drawing, const mintu_style_layer *layer, mintu_style_scope *scope);

double mintu_icon_look_radius(const mintu_icon_look *look); /* of the circle that holds the icon; 0 for none */

/* Draws one icon about its middle. */
void mintu_icon_look_draw(mintu_drawing *drawing, const mintu_icon_look *look, const double at[2]);

/* The same, turned clockwise by @p angle, radians. */
void mintu_icon_look_draw_turned(mintu_drawing *drawing, const mintu_icon_look *look, const double at[2], double angle);

/* What the properties of the text come to: how it is set, with the fonts' names in @p font, which must outlive it; how it is
 * painted; and what it says, transformed, on the heap, or NULL for nothing. */
mintu_text_style mintu_text_style_of(const mintu_style_layer *layer, mintu_style_scope *scope, mintu_buffer *font);
mintu_text_paint mintu_text_paint_of(const mintu_style_layer *layer, mintu_style_scope *scope);
char *mintu_text_field_of(const mintu_style_layer *layer, mintu_style_scope *scope);

/* A text as text-transform has it, on the heap; NULL when memory ran out. */
char *mintu_text_transformed(const mintu_style_layer *layer, mintu_style_scope *scope, const char *text);

#endif
