/* A layer's coordinates cut to where the projection is valid, while they are degrees. */
#ifndef CANVAS_PLOT_CUT_H
#define CANVAS_PLOT_CUT_H

#include "canvas/plot.h"
#include "geometry/cut.h"

/* Leaves out the parts of features that do not come near the page. */
void mintu_plot_drop(mintu_plot *plot, const mintu_cutter *cutter);

/* Cuts the features that cannot be projected as they are, and gives long edges further vertices; @p only_near leaves nothing far from
 * the page of features with very many vertices. */
mintu_status mintu_plot_cut(mintu_plot *plot, mintu_cutter *cutter, bool only_near, mintu_error *error);

/* Gives polygons that were cut their spots, on the page. */
void mintu_plot_find_cut_spots(mintu_plot *plot);

#endif
