#include "layer/further_row.h"

#include "layer/layer_data.h"

#include <stdlib.h>

static mintu_status mark(mintu_layer *layer, mintu_error *error)
{
    if (!layer->further && !(layer->further = calloc(layer->room + 1, sizeof *layer->further)))
        return mintu_fail_memory(error, "reading a layer");
    layer->further[layer->count - 1] = true;
    return MINTU_STATUS_OK;
}

mintu_status mintu_layer_further_append(mintu_layer *layer, const mintu_shape *shape, mintu_error *error)
{
    mintu_status status = mintu_layer_append(layer, error);
    size_t row = layer->count - 1;
    for (size_t field = 0; status == MINTU_STATUS_OK && field < layer->field_count; field++)
        layer->fields[field].cells[row] = layer->fields[field].cells[row - 1];
    if (status == MINTU_STATUS_OK && layer->ids)
        layer->ids[row] = layer->ids[row - 1];
    if (status == MINTU_STATUS_OK)
        status = mark(layer, error);
    return status == MINTU_STATUS_OK ? mintu_layer_shape_set(layer, row, shape, error) : status;
}

static void move_row(mintu_layer *layer, size_t from, size_t to)
{
    for (size_t field = 0; field < layer->field_count; field++)
        layer->fields[field].cells[to] = layer->fields[field].cells[from];
    if (layer->ids)
        layer->ids[to] = layer->ids[from];
    layer->shapes[to] = layer->shapes[from];
}

/* What is behind the last row is unset, as rows that are appended begin. */
static void clear_row(mintu_layer *layer, size_t row)
{
    for (size_t field = 0; field < layer->field_count; field++)
        layer->fields[field].cells[row] = (mintu_cell){0};
    if (layer->ids)
        layer->ids[row] = (mintu_cell){0};
    layer->shapes[row] = NULL;
}

size_t mintu_layer_further_drop(mintu_layer *layer)
{
    size_t kept = 0, count = layer->count;
    if (!layer->further)
        return 0;
    for (size_t row = 0; row < count; row++)
        if (layer->further[row])
            free(layer->shapes[row]);
        else
            move_row(layer, row, kept++);
    for (size_t row = kept; row < count; row++)
        clear_row(layer, row);
    free(layer->further);
    layer->further = NULL;
    layer->count = kept;
    return count - kept;
}
