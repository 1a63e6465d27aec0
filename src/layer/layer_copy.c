#include "layer/layer_copy.h"

#include "layer/layer.h"

mintu_status mintu_layer_fields_copy(mintu_layer *layer, const mintu_layer *from, mintu_error *error)
{
    mintu_status status = MINTU_STATUS_OK;
    for (size_t field = 0; field < mintu_layer_field_count(from) && status == MINTU_STATUS_OK; field++)
        status = mintu_layer_field_add(layer, mintu_layer_field_name(from, field), mintu_layer_field_type(from, field), error);
    return status;
}

mintu_status mintu_layer_row_copy(mintu_layer *layer, const mintu_layer *from, size_t row, mintu_error *error)
{
    mintu_status status = mintu_layer_append(layer, error);
    if (status != MINTU_STATUS_OK)
        return status;
    mintu_row_values_copy(layer->rows[layer->count - 1], from->rows[row]);
    return MINTU_STATUS_OK;
}
