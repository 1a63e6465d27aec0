/* A swatch is a layer drawn for one made-up feature: the looks are the painters' own. */
#ifndef FURNITURE_LEGEND_SWATCH_H
#define FURNITURE_LEGEND_SWATCH_H

#include "canvas/drawing.h"
#include "furniture/legend.h"

/* Its width and height. */
void mintu_swatch_measure(mintu_drawing *drawing, const mintu_legend_swatch *swatch, double size[2]);

/* Draws it about its middle. */
void mintu_swatch_paint(mintu_drawing *drawing, const mintu_legend_swatch *swatch, const double at[2]);

/* Scope for evaluating its layer's properties; mintu_style_scope_free() after use. */
mintu_style_scope mintu_swatch_scope(const mintu_drawing *drawing, const mintu_legend_swatch *swatch);

/* The colour that the layer has by one of its properties, its opacity in it. */
mintu_color mintu_swatch_color(const mintu_drawing *drawing, const mintu_legend_swatch *swatch, mintu_property property,
                               mintu_style_scope *scope);

#endif
