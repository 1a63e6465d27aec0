/* The legend in the report: what stands where, so that its colours can be held against the map's. */
#ifndef FURNITURE_LEGEND_REPORT_H
#define FURNITURE_LEGEND_REPORT_H

#include "furniture/furniture.h"

#include <jansson.h>

/* Every row with the boxes, in mm, of its whole and of its swatch; a new reference, NULL: no memory. */
json_t *mintu_legend_report(const mintu_furniture *furniture);

#endif
