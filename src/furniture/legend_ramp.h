/* A ramp: a bar of the colours that lie between the stops of an expression, with a tick for each stop. */
#ifndef FURNITURE_LEGEND_RAMP_H
#define FURNITURE_LEGEND_RAMP_H

#include "furniture/legend.h"

/* legend_ramp.c; @p left and @p top are those of the row */
void mintu_legend_ramp_measure(const mintu_scene *scene, const mintu_legend *legend, mintu_legend_row *row, double *width);

void mintu_legend_ramp_paint(mintu_scene *scene, const mintu_legend *legend, const mintu_legend_row *row, double left,
                             double top);

mintu_box mintu_legend_ramp_bar(const mintu_scene *scene, const mintu_legend *legend, const mintu_legend_row *row, double left,
                                double top);

/* From 0 at the top of the bar to 1 at its bottom. */
double mintu_legend_ramp_place(const mintu_scene *scene, const mintu_legend *legend, const mintu_legend_row *row, size_t tick);

#endif
