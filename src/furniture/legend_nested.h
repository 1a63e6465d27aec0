/* Circles in each other, standing on one line, the largest first, with leaders to what each size stands for. */
#ifndef FURNITURE_LEGEND_NESTED_H
#define FURNITURE_LEGEND_NESTED_H

#include "canvas/drawing.h"
#include "furniture/legend.h"

/* Gives the row its height; @p width is that of the circles. */
void mintu_legend_nested_measure(const mintu_drawing *drawing, const mintu_legend *legend, mintu_legend_row *row,
                                 double *width);

/* @p box is the legend's. */
void mintu_legend_nested_paint(mintu_drawing *drawing, const mintu_legend *legend, const mintu_legend_row *row,
                               const mintu_box *box);

#endif
