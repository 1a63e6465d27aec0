/* How far polygons are from being a coverage. */
#ifndef GEOMETRY_COVERAGE_REPORT_H
#define GEOMETRY_COVERAGE_REPORT_H

#include "geometry/polygon.h"

/* Measures a polygon layer without changing it. */
mintu_status mintu_polygon_report(mintu_context *context, const mintu_layer *layer, mintu_coverage_report *out,
                                  mintu_error *error);

#endif
