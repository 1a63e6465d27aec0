#ifndef CANVAS_PAINT_SYMBOL_H
#define CANVAS_PAINT_SYMBOL_H

#include "canvas/paint.h"

mintu_icon_look mintu_icon_look_of(mintu_scene *scene, const mintu_style_layer *layer, mintu_style_scope *scope);

double mintu_icon_look_radius(const mintu_icon_look *look); /* of the circle that holds the icon; 0 for none */

void mintu_icon_look_draw(mintu_scene *scene, const mintu_icon_look *look, double x, double y);

mintu_text_style mintu_text_style_of(const mintu_style_layer *layer, mintu_style_scope *scope, mintu_buffer *font);

mintu_text_paint mintu_text_paint_of(const mintu_style_layer *layer, mintu_style_scope *scope);

char *mintu_text_field_of(const mintu_style_layer *layer,
                          mintu_style_scope *scope); /* transformed, on the heap; NULL for none */

void mintu_paint_icons(mintu_scene *scene, const mintu_style_layer *layer);

#endif
