/* A layer as GeoJSON (RFC 7946), and as plain JSON. */
#ifndef LAYER_GEOJSON_WRITE_H
#define LAYER_GEOJSON_WRITE_H

#include "base/output.h"
#include "layer/layer_data.h"

mintu_status mintu_geojson_write(const mintu_layer *layer, mintu_output *output, mintu_error *error);

/* Attributes alone, as an array of objects. */
mintu_status mintu_json_write(const mintu_layer *layer, mintu_output *output, mintu_error *error);

#endif
