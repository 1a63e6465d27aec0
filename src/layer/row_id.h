/* What identifies a row in files that have room for it. */
#ifndef LAYER_ROW_ID_H
#define LAYER_ROW_ID_H

#include "base/array.h"

#include <mintu/layer.h>

/* Id of a row: its field `id`, else its code, with its kind when the layer has one. None when ids
 * are not unique. */
typedef struct mintu_row_ids {
    int id, code, kind; /* fields, -1 when absent */
} mintu_row_ids;

/* Finds the fields that ids are made of. */
mintu_status mintu_row_ids_find(const mintu_layer *layer, mintu_error *error, mintu_row_ids *out);

/* The row's id in *out; false when it has none. */
bool mintu_row_id(const mintu_layer *layer, const mintu_row_ids *ids, size_t row, mintu_buffer *out);

#endif
