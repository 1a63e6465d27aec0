/* The rows of the legend: entries written by hand and keys derived from expressions, of what the page shows. */
#ifndef FURNITURE_LEGEND_GATHER_H
#define FURNITURE_LEGEND_GATHER_H

#include "canvas/drawing.h"
#include "furniture/legend.h"

/* Adds the rows that the page calls for to a zero-initialised legend, in drawing order of the layers. */
void mintu_legend_gather(mintu_drawing *drawing, mintu_legend *legend);

void mintu_legend_free(mintu_legend *legend);

#endif
