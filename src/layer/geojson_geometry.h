/* A geometry object of GeoJSON (RFC 7946, section 3.1) to a shape. For this room only. */
#ifndef LAYER_GEOJSON_GEOMETRY_H
#define LAYER_GEOJSON_GEOMETRY_H

#include "format/json_scan.h"
#include "layer/shape.h"

/* The member `type` of the object at which the scan stands, which does not move; "" when it has none that is a text. */
mintu_status mintu_geojson_type(const mintu_json_scan *scan, mintu_error *error, mintu_buffer *out);

/* True for a type of geometry. */
bool mintu_geojson_is_geometry(const char *type);

/* Reads the geometry object, or null, at which the scan stands, into the shape, which is cleared first: no parts where it is null or
 * empty. A third coordinate and more are left out. Rings that are open are closed and counted in *closed. Anything that is no geometry
 * of points, lines or polygons alone is refused. */
mintu_status mintu_geojson_geometry(mintu_json_scan *scan, mintu_shape *shape, size_t *closed, mintu_error *error);

#endif
