/* The patterns that styles can name without a sprite: hatches and dots, drawn as lines so that they stay vectors in PDF and SVG.
 * Lines are at least 0.25 mm wide and 1 mm apart, which a photocopier keeps. */
#ifndef CANVAS_PATTERN_H
#define CANVAS_PATTERN_H

#include "canvas/paint.h"

/* The pattern that a property names for the scope's feature. */
mintu_pattern mintu_pattern_of(const mintu_style_layer *layer, mintu_property property, mintu_style_scope *scope);

bool mintu_pattern_same(const mintu_pattern *a, const mintu_pattern *b);

/* Fills the current path with the pattern in the canvas's colour, or with the image at @p opacity, and clears the path. The pattern
 * hangs on the page's corner, so that areas side by side continue it. False for an unknown name, and nothing is drawn. */
bool mintu_pattern_fill(mintu_canvas *canvas, const mintu_pattern *pattern, double opacity);

/* Paints a line with the look's pattern, which runs along it and is as high as the line is wide (the specification's line-pattern).
 * False as above. */
bool mintu_pattern_line(mintu_canvas *canvas, const mintu_polyline *line, const mintu_line_look *look);

/* Tells it where an expression has given the name of a pattern that there is not. */
void mintu_pattern_check(mintu_drawing *drawing, const mintu_style_layer *layer, const mintu_pattern *pattern);

#endif
