/* The legend in the report: what stands where, so that its colours can be held against the map's. */
#ifndef FURNITURE_LEGEND_REPORT_H
#define FURNITURE_LEGEND_REPORT_H

#include "furniture/furniture.h"

/* legend_report.c: every row with the boxes, in mm, of its whole and of its swatch; a new reference, NULL: no memory */
json_t *mintu_legend_report(mintu_scene *scene, const mintu_furniture *furniture);

#endif
