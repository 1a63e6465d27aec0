/* Circles in each other, standing on one line, the largest first, with leaders to what each size stands for. */
#ifndef FURNITURE_LEGEND_NESTED_H
#define FURNITURE_LEGEND_NESTED_H

#include "furniture/legend.h"

/* legend_nested.c */
void mintu_legend_nested_measure(mintu_scene *scene, const mintu_legend *legend, mintu_legend_row *row, double *width);

void mintu_legend_nested_paint(mintu_scene *scene, const mintu_legend *legend, const mintu_legend_row *row, double left,
                               double top);

#endif
