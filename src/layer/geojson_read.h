/* GeoJSON (RFC 7946, and texts of it one after the other, RFC 8142) to a layer, by one reader for whatever it stands in. */
#ifndef LAYER_GEOJSON_READ_H
#define LAYER_GEOJSON_READ_H

#include "base/array.h"
#include "base/context.h"
#include "base/error.h"

#include <mintu/layer.h>
#include <stdbool.h>

/* A text and what it is called. */
typedef struct mintu_geojson_text {
    const char *text; /* UTF-8 with a NUL behind it; its mark is passed over */
    size_t size;
    const char *source; /* names it in messages */
    mintu_where base;   /* where it begins in the source; zero: it is all of it */
    const char *name;   /* of the layer, unless the text gives one */
    bool turns;         /* degrees may go round the earth again: an expression's geometry, which no map shows */
} mintu_geojson_text;

/* True when the text is an object of the type Topology, which is another format. What is no JSON is not. */
bool mintu_geojson_is_topology(const mintu_geojson_text *text);

/* True for the code of a system whose coordinates need no change: WGS 84 (2D, 3D, longitude first) and CGCS2000 (2D, 3D). */
bool mintu_code_is_wgs84(const char *code);

/* Reads it. Invalid JSON, and what is JSON but no GeoJSON, is refused where it stands. Values stay what they are; features have their
 * ids. *crs gets the name that a member `crs` of the former GeoJSON gives, when it is not that of WGS 84 or CGCS2000: the coordinates
 * are then in that system, and the caller brings them to WGS 84. */
mintu_status mintu_geojson_read(mintu_context *context, const mintu_geojson_text *text, mintu_error *error, mintu_buffer *crs,
                                mintu_layer **out);

#endif
