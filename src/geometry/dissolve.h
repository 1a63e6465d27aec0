/* Polygons united by the value of a field. */
#ifndef GEOMETRY_DISSOLVE_H
#define GEOMETRY_DISSOLVE_H

#include "geometry/polygon.h"

/* A new layer with one feature per distinct value of the text field @p field, polygons united, with that field only. */
mintu_status mintu_polygon_dissolve(mintu_context *context, const mintu_layer *layer, const char *field, mintu_error *error,
                                    mintu_layer **out);

#endif
