/* Vertices that fall together on the page are thinned before they are projected. Of those in a row in one cell of a grid the one
 * next to the cell's centre stays: that does not depend on the direction, so neighbours keep their shared borders. */
#ifndef CANVAS_PLOT_THIN_H
#define CANVAS_PLOT_THIN_H

#include "canvas/plot.h"

/* Drops vertices, still in degrees, that fall together in a cell of the given size. */
void mintu_plot_thin(mintu_plot *plot, const double cell[2]);

#endif
