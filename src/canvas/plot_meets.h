/* Whether a feature lies in a box: any point of it, not only its bounds. */
#ifndef CANVAS_PLOT_MEETS_H
#define CANVAS_PLOT_MEETS_H

#include "canvas/plot.h"

/* True when some point of the row's feature lies in the box. */
bool mintu_plot_row_meets(const mintu_plot *plot, size_t row, const mintu_box *box);

/* True when the row's polygon holds the place. */
bool mintu_plot_row_holds(const mintu_plot *plot, size_t row, double x, double y);

#endif
