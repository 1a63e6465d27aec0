#include "layer/layer_copy.h"

#include "base/error.h"
#include "layer/layer.h"

#include <string.h>

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
    for (size_t field = 0; field < from->field_count && status == MINTU_STATUS_OK; field++) {
        mintu_cell cell = from->fields[field].cells[row];
        if (cell.kind >= MINTU_CELL_TEXT)
            cell.text = mintu_text_store_add(&layer->texts, cell.text, strlen(cell.text));
        if (cell.kind >= MINTU_CELL_TEXT && !cell.text)
            status = mintu_fail_memory(error, "copying a row of a layer");
        else
            layer->fields[field].cells[layer->count - 1] = cell;
    }
    return status;
}
