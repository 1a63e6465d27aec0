/* The rows of the legend: entries written by hand and keys derived from expressions, of what the page shows. */
#ifndef FURNITURE_LEGEND_GATHER_H
#define FURNITURE_LEGEND_GATHER_H

#include "furniture/legend.h"

/* legend_gather.c: the rows that the page calls for, in drawing order of the layers */
void mintu_legend_gather(mintu_scene *scene, mintu_legend *legend);

#endif
