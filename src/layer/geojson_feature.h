/* A feature of GeoJSON to a row of a layer. For this room only. */
#ifndef LAYER_GEOJSON_FEATURE_H
#define LAYER_GEOJSON_FEATURE_H

#include "base/context.h"
#include "base/textmap.h"
#include "format/json_scan.h"
#include "layer/geojson_geometry.h"
#include "layer/layer_data.h"
#include "layer/shape.h"

/* A text that is being read, and what is told of it at the end. Zero-initialise but for the scan, the layer and the limits. */
typedef struct mintu_geojson_reading {
    mintu_json_scan scan;
    mintu_layer *layer;
    mintu_context *context;
    mintu_textmap fields; /* of the layer by name */
    size_t bytes;         /* that texts and geometries take */
    mintu_buffer name, text;
    mintu_shape shapes[MINTU_GEOJSON_KINDS];  /* of the geometry read last */
    int further;                              /* from this one on, shapes that the feature's row has no room for; 0: none */
    size_t closed, cut;                       /* rings that were open, whole numbers of more than 64 bits */
    size_t twice, twice_feature, twice_field; /* members that a feature has twice; the first */
    size_t cut_feature, without;              /* the first feature with such a number; features without a member `geometry` */
} mintu_geojson_reading;

/* Appends the feature at which the scan stands. */
mintu_status mintu_geojson_feature(mintu_geojson_reading *in, mintu_error *error);

/* True when the scan stands at an object of values alone, which is no feature; such a one is a row without a geometry. */
bool mintu_geojson_is_record(const mintu_geojson_reading *in);
mintu_status mintu_geojson_record(mintu_geojson_reading *in, mintu_error *error);

/* Appends a feature without attributes of the geometry at which the scan stands. */
mintu_status mintu_geojson_bare(mintu_geojson_reading *in, mintu_error *error);

/* Gives each field the type of its values, and features that have an id a field of that name, unless they have one. */
mintu_status mintu_geojson_finish(mintu_geojson_reading *in, mintu_error *error);

void mintu_geojson_reading_free(mintu_geojson_reading *in);

#endif
