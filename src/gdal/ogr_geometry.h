/* Geometries as OGR has them, to and from shapes. For this room only. */
#ifndef GDAL_OGR_GEOMETRY_H
#define GDAL_OGR_GEOMETRY_H

#include "gdal/ogr.h"
#include "layer/shape.h"

/* Kind of an OGR geometry; MINTU_GEOMETRY_TYPE_END for one that a layer cannot hold. */
mintu_geometry_type mintu_geometry_kind(OGRGeometryH geometry);

/* Fills the shape from a geometry, whose rings are closed where they are open; NULL, and what a layer cannot hold, has no parts. */
mintu_status mintu_ogr_shape(OGRGeometryH geometry, mintu_shape *shape, mintu_error *error);

/* The shape, which has parts, as a single geometry, or a multi one when there is more than one point, line or outer ring. The caller
 * frees it; NULL when memory ran out. */
OGRGeometryH mintu_ogr_geometry(const mintu_shape *shape);

/* One part of a shape as a point or a line, rings closed. */
OGRGeometryH mintu_ogr_part(const mintu_shape *shape, size_t part);

#endif
