/* Where the name of a polygon stands that reaches beyond the frame or beneath the legend: in the middle of the widest visible
 * stretch of a few rows, with a liking for rows away from the edges. */
#ifndef CANVAS_PLOT_SPOT_H
#define CANVAS_PLOT_SPOT_H

#include "canvas/plot.h"

/* A polygon that the frame cuts, or whose spot one of the boxes covers, is named in the part that can be seen: moves its spot
 * there, or takes it away when there is no such part. Plots are on the page. */
void mintu_plot_move_spots(mintu_plot *plot, const mintu_box *frame, const mintu_box *covers, size_t cover_count);

/* The spot of a polygon of several: the row's parts are those of the one. has_spot is false when the frame shows nothing of it. */
void mintu_plot_see_spot(const mintu_plot *plot, mintu_plot_row *row, const mintu_box *frame);

#endif
