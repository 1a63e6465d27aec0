#ifndef LAYER_ROW_ID_H
#define LAYER_ROW_ID_H

#include "layer/layer_format.h"

mintu_status mintu_row_ids_find(const mintu_layer *layer, mintu_error *error, mintu_row_ids *out);

bool mintu_row_id(const mintu_layer *layer, const mintu_row_ids *ids, size_t row, mintu_buffer *out);

#endif
