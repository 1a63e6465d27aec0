/* Polygons cut to land. For this room only. */
#ifndef GEOMETRY_CLIP_H
#define GEOMETRY_CLIP_H

#include "geometry/polygon.h"
#include "geometry/polygon_rows.h"

typedef struct mintu_clipper mintu_clipper;

mintu_status mintu_clipper_new(mintu_context *context, const mintu_layer *land, mintu_error *error, mintu_clipper **out);
void mintu_clipper_free(mintu_clipper *clipper);

/* Replaces a valid polygon by its part on land, a collection of polygons and debris that mintu_geos_to_row() leaves out. */
mintu_status mintu_clipper_clip(mintu_clipper *clipper, GEOSGeometry **polygon, mintu_error *error);

/* Grows every polygon by a distance in degrees to all sides. */
mintu_status mintu_polygon_dilate(mintu_context *context, mintu_layer *layer, double degrees, mintu_error *error);

/* Cuts every polygon to the union of @p land; features that vanish keep an empty geometry. */
mintu_status mintu_polygon_clip(mintu_context *context, mintu_layer *layer, const mintu_layer *land, mintu_error *error);

#endif
