#include "layer/row_limit.h"

#include "layer/layer_data.h"
#include "layer/read_limits.h"
#include "layer/shape.h"

#include <string.h>

/* What a row takes: a cell per field, texts, and the positions. */
static size_t row_bytes(const mintu_layer *layer, size_t row)
{
    size_t bytes = MINTU_ROW_BYTES + layer->field_count * sizeof(mintu_cell);
    for (size_t field = 0; field < layer->field_count; field++)
        if (layer->fields[field].cells[row].kind >= MINTU_CELL_TEXT)
            bytes += MINTU_TEXT_BYTES + strlen(layer->fields[field].cells[row].text);
    const mintu_shape *shape = layer->shapes[row];
    return shape ? bytes + 2 * sizeof(double) * shape->vertex_count + MINTU_PART_BYTES * shape->part_count : bytes;
}

static mintu_status add(mintu_row_sum *sum, size_t bytes, mintu_error *error)
{
    sum->bytes += bytes;
    return sum->bytes <= sum->limits->layer
               ? MINTU_STATUS_OK
               : mintu_fail_limit(error, sum->path, sum->limits->layer, "bytes as a layer in memory",
                                  "leave out fields and features that are not needed, or simplify "
                                  "it, for example with ogr2ogr");
}

mintu_status mintu_row_count(mintu_row_sum *sum, const mintu_layer *layer, mintu_error *error)
{
    size_t bytes = 0;
    for (; sum->rows < layer->count; sum->rows++)
        bytes += row_bytes(layer, sum->rows);
    return add(sum, bytes, error);
}

mintu_status mintu_row_count_texts(mintu_row_sum *sum, const mintu_layer *layer, size_t bytes, mintu_error *error)
{
    sum->rows++;
    return add(sum, MINTU_ROW_BYTES + layer->field_count * sizeof(mintu_cell) + bytes, error);
}
