/* A feature's lines or rings as the canvas's path. */
#ifndef CANVAS_PLOT_PATH_H
#define CANVAS_PLOT_PATH_H

#include "canvas/canvas.h"
#include "canvas/plot.h"

/* Adds all parts of a row of lines or polygons; @p width as for mintu_canvas_path(). */
void mintu_plot_add_row(mintu_canvas *canvas, const mintu_plot *plot, const mintu_plot_row *row, double width);

#endif
