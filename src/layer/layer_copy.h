/* Fields and rows of a layer copied to another one. */
#ifndef LAYER_LAYER_COPY_H
#define LAYER_LAYER_COPY_H

#include <mintu/layer.h>

/* Adds an empty copy of another layer's fields. */
mintu_status mintu_layer_fields_copy(mintu_layer *layer, const mintu_layer *from, mintu_error *error);

/* Appends a copy of another layer's row, whose fields are the same, without its geometry. */
mintu_status mintu_layer_row_copy(mintu_layer *layer, const mintu_layer *from, size_t row, mintu_error *error);

#endif
