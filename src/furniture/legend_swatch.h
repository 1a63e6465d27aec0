/* A swatch is the layer drawn for one made-up feature: the looks are the painters' own. */
#ifndef FURNITURE_LEGEND_SWATCH_H
#define FURNITURE_LEGEND_SWATCH_H

#include "furniture/legend.h"

/* legend_swatch.c: the layer drawn for one made-up feature */
void mintu_swatch_measure(mintu_scene *scene, const mintu_legend_swatch *swatch, double size[2]);

void mintu_swatch_paint(mintu_scene *scene, const mintu_legend_swatch *swatch, double x, double y);

mintu_style_scope mintu_swatch_scope(const mintu_scene *scene, const mintu_legend_swatch *swatch);

/* The colour that the layer has by one of its properties, its opacity in it. */
mintu_color mintu_swatch_color(const mintu_scene *scene, const mintu_legend_swatch *swatch, mintu_property property,
                               mintu_style_scope *scope);

#endif
