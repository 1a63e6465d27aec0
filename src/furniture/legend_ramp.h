/* A ramp: a bar of the colours that lie between the stops of an expression, with a tick for each stop. */
#ifndef FURNITURE_LEGEND_RAMP_H
#define FURNITURE_LEGEND_RAMP_H

#include "canvas/drawing.h"
#include "furniture/legend.h"

/* Gives the row its height; @p width is that of the bar and its ticks. */
void mintu_legend_ramp_measure(const mintu_drawing *drawing, mintu_legend_row *row, double *width);

/* @p box is the legend's; here and below. */
void mintu_legend_ramp_paint(mintu_drawing *drawing, const mintu_legend *legend, const mintu_legend_row *row,
                             const mintu_box *box);

/* Where the bar stands. */
mintu_box mintu_legend_ramp_bar(const mintu_drawing *drawing, const mintu_legend *legend, const mintu_legend_row *row,
                                const mintu_box *box);

/* Where a tick stands on the bar, from 0 at its top to 1 at its bottom. */
double mintu_legend_ramp_place(const mintu_drawing *drawing, const mintu_legend *legend, const mintu_legend_row *row,
                               size_t tick);

#endif
