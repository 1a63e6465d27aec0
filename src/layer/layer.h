/* A layer's rows as OGR features. For this room only. */
#ifndef LAYER_LAYER_H
#define LAYER_LAYER_H

#include "layer/layer_data.h"

/* A row that must exist, or MINTU_STATUS_USAGE. */
mintu_status mintu_layer_row(const mintu_layer *layer, size_t row, mintu_error *error, OGRFeatureH *out);

/* Copies the values of all fields, which are the same. */
void mintu_row_values_copy(OGRFeatureH target, OGRFeatureH source);

#endif
