#include "layer/layer_further.h"

#include "base/error.h"
#include "layer/layer_data.h"

#include <stdlib.h>

static mintu_status mark(mintu_layer *layer, mintu_error *error)
{
    if (!layer->further && !(layer->further = calloc(layer->room + 1, sizeof *layer->further)))
        return mintu_fail_memory(error, "reading a layer");
    layer->further[layer->count - 1] = true;
    return MINTU_STATUS_OK;
}

mintu_status mintu_layer_further_add(mintu_layer *layer, mintu_error *error)
{
    size_t row = layer->count - 1;
    mintu_status status = mintu_layer_append(layer, error);
    for (size_t field = 0; status == MINTU_STATUS_OK && field < layer->field_count; field++)
        layer->fields[field].cells[layer->count - 1] = layer->fields[field].cells[row];
    if (status == MINTU_STATUS_OK && layer->ids)
        layer->ids[layer->count - 1] = layer->ids[row];
    return status == MINTU_STATUS_OK ? mark(layer, error) : status;
}
