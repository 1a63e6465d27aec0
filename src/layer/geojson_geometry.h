/* A geometry object of GeoJSON (RFC 7946, section 3.1) to a shape. For this room only. */
#ifndef LAYER_GEOJSON_GEOMETRY_H
#define LAYER_GEOJSON_GEOMETRY_H

#include "format/json_scan.h"
#include "layer/shape.h"

/* The member `type` of the object at which the scan stands, which does not move; "" when it has none that is a text. */
mintu_status mintu_geojson_type(const mintu_json_scan *scan, mintu_error *error, mintu_buffer *out);

/* True for a type of geometry. */
bool mintu_geojson_is_geometry(const char *type);

/* One for each of mintu_geometry_type that a shape can be of. */
enum { MINTU_GEOJSON_KINDS = MINTU_GEOMETRY_TYPE_POLYGON + 1 };

/* Reads the geometry object, or null, at which the scan stands, into the shapes, which are cleared first: what is of a kind into that of
 * its number. No parts where it is null or empty. A third coordinate and more are left out. Rings that are open are closed and counted
 * in *closed. */
mintu_status mintu_geojson_geometry(mintu_json_scan *scan, mintu_shape shapes[MINTU_GEOJSON_KINDS], size_t *closed,
                                    mintu_error *error);

#endif
