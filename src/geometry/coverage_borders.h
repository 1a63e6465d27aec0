/* The borders of a coverage. */
#ifndef GEOMETRY_COVERAGE_BORDERS_H
#define GEOMETRY_COVERAGE_BORDERS_H

#include "geometry/polygon.h"

/* The borders of a coverage as lines, each stretch once, so that dashes fall together and coasts are not drawn as borders. */
mintu_status mintu_polygon_borders(mintu_context *context, const mintu_layer *polygons, const mintu_border_rule *rule,
                                   mintu_error *error, mintu_layer **out);

#endif
