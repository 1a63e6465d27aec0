/* Shapes to GEOS geometries and back, and owners of GEOS geometries. For this room only. */
#ifndef GEOMETRY_GEOS_H
#define GEOMETRY_GEOS_H

#include "geometry/handle.h"
#include "layer/shape.h"

/* A geometry of the shape; an empty collection for an empty shape. NULL when GEOS failed. Rings of fewer than three different
 * vertices are left out. */
GEOSGeometry *mintu_geos_from_shape(mintu_context *context, const mintu_shape *shape);

/* The polygons (@p type POLYGON), lines or points of a geometry as a shape; what is of another kind is left out. */
mintu_status mintu_geos_to_shape(mintu_context *context, const GEOSGeometry *geometry, mintu_geometry_type type,
                                 mintu_shape *shape, mintu_error *error);

/* The feature's geometry in GEOS; an empty collection when it has none. */
mintu_status mintu_geos_from_row(mintu_context *context, const mintu_layer *layer, size_t row, mintu_error *error,
                                 GEOSGeometry **out);

/* False when GEOS failed. */
bool mintu_geos_point(mintu_context *context, const GEOSGeometry *point, double xy[2]);

/* Gives the feature the polygons of a geometry. */
mintu_status mintu_geos_to_row(mintu_context *context, const GEOSGeometry *geometry, mintu_layer *layer, size_t row,
                               mintu_error *error);

/* One collection of geometries, which it takes over with their array, and their union; NULL when GEOS failed. */
GEOSGeometry *mintu_geos_collect(mintu_context *context, GEOSGeometry **geometries, size_t count);
GEOSGeometry *mintu_geos_unite(mintu_context *context, GEOSGeometry **geometries, size_t count);

/* Takes those of a group out of an array of *count, which gives way to their number; NULL when memory ran out. */
GEOSGeometry **mintu_geos_take(GEOSGeometry **geometries, const size_t *group_of, size_t group, size_t *count);

/* Takes a geometry over and gives its successor. */
GEOSGeometry *mintu_geos_follow(mintu_context *context, GEOSGeometry *from, GEOSGeometry *to);

/* Adds those parts of a geometry to a shape that are of the type which the shape has. */
mintu_status mintu_geos_add_to_shape(mintu_context *context, const GEOSGeometry *geometry, mintu_shape *shape,
                                     mintu_error *error);

/* Geometries by row, NULL allowed among them; freed together with the array. */
void mintu_geos_free_all(mintu_context *context, GEOSGeometry **geometries, size_t count);

#endif
