/* The legend: one row per class of the style's layers that the page shows, top layer first; swatches come from the layers' own
 * properties. Measured and drawn row by row. */
#ifndef FURNITURE_LEGEND_PAINT_H
#define FURNITURE_LEGEND_PAINT_H

#include "furniture/furniture.h"

/* Gathers the rows and gives each its place in a box, whose width and height are @p size. */
void mintu_legend_measure(mintu_drawing *drawing, mintu_legend *legend, mintu_legend_stand stand, double size[2]);

/* The same of rows that are gathered already: what they would need elsewhere. */
void mintu_legend_rearrange(mintu_drawing *drawing, mintu_legend *legend, mintu_legend_stand stand, double size[2]);

void mintu_legend_paint(const mintu_furniture *furniture);

#endif
