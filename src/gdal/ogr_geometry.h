/* Geometries as OGR has them, to and from shapes. For this room only. */
#ifndef GDAL_OGR_GEOMETRY_H
#define GDAL_OGR_GEOMETRY_H

#include "gdal/ogr.h"
#include "layer/shape.h"

/* Kind of an OGR geometry; MINTU_GEOMETRY_TYPE_END for one that a layer cannot hold. */
mintu_geometry_type mintu_geometry_kind(OGRGeometryH geometry);

/* Fills the shape with all that is of one kind in a geometry, at any depth of collections; rings are closed where they are open. No parts
 * where nothing is, and of NULL. */
mintu_status mintu_ogr_shape(OGRGeometryH geometry, mintu_geometry_type kind, mintu_shape *shape, mintu_error *error);

/* True for a collection of nothing but points, lines and polygons. */
bool mintu_ogr_is_plain(OGRGeometryH collection);

/* The shape, which has parts, as a single geometry, or a multi one when there is more than one point, line or outer ring. The caller
 * frees it; NULL when memory ran out. */
OGRGeometryH mintu_ogr_geometry(const mintu_shape *shape);

/* One part of a shape as a point or a line, rings closed. */
OGRGeometryH mintu_ogr_part(const mintu_shape *shape, size_t part);

#endif
