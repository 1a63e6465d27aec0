#ifndef LAYER_LAYER_H
#define LAYER_LAYER_H

#include "layer/layer_data.h"

/* A row that must exist, or MINTU_STATUS_USAGE. */
mintu_status mintu_layer_row(const mintu_layer *layer, size_t row, mintu_error *error, OGRFeatureH *out);

/* Adds an empty copy of another layer's fields. */
mintu_status mintu_layer_fields_copy(mintu_layer *layer, const mintu_layer *from, mintu_error *error);

/* Appends a copy of another layer's row, whose fields are the same, without its geometry. */
mintu_status mintu_layer_row_copy(mintu_layer *layer, const mintu_layer *from, size_t row, mintu_error *error);

/* Kind of an OGR geometry; MINTU_GEOMETRY_TYPE_END for one that a layer cannot hold. */
mintu_geometry_type mintu_geometry_kind(OGRGeometryH geometry);

#endif
