#include "layer/row_id.h"

#include "base/error.h"
#include "base/textmap.h"

#include <stdlib.h>

bool mintu_row_id(const mintu_layer *layer, const mintu_row_ids *ids, size_t row, mintu_buffer *out)
{
    mintu_buffer_clear(out);
    if (ids->id >= 0 && mintu_layer_text(layer, row, (size_t)ids->id)[0]) {
        mintu_buffer_text(out, mintu_layer_text(layer, row, (size_t)ids->id));
        return true;
    }
    if (ids->code < 0 || mintu_layer_is_null(layer, row, (size_t)ids->code) ||
        !mintu_layer_text(layer, row, (size_t)ids->code)[0])
        return false;
    mintu_buffer_text(out, mintu_layer_text(layer, row, (size_t)ids->code));
    if (ids->kind >= 0 && !mintu_layer_is_null(layer, row, (size_t)ids->kind)) {
        mintu_buffer_text(out, "-");
        mintu_buffer_text(out, mintu_layer_text(layer, row, (size_t)ids->kind));
    }
    return true;
}

/* Ids of all rows one after the other; false when two are the same. */
static mintu_status check_unique(const mintu_layer *layer, const mintu_row_ids *ids, mintu_error *error, bool *unique)
{
    mintu_textmap seen = {0};
    mintu_buffer id = {0};
    char **texts = calloc(mintu_layer_count(layer) + 1, sizeof *texts);
    bool good = texts;
    size_t before;
    *unique = true;
    for (size_t row = 0; row < mintu_layer_count(layer) && good && *unique; row++) {
        if (mintu_layer_is_further(layer, row) || !mintu_row_id(layer, ids, row, &id))
            continue;
        texts[row] = id.failed ? NULL : mintu_text_copy_n(id.data, id.size);
        *unique = !texts[row] || !mintu_textmap_get(&seen, texts[row], &before);
        good = texts[row] && mintu_textmap_set(&seen, texts[row], row);
    }
    mintu_textmap_free(&seen);
    mintu_buffer_free(&id);
    for (size_t row = 0; row < mintu_layer_count(layer) && texts; row++)
        free(texts[row]);
    free(texts);
    return good ? MINTU_STATUS_OK : mintu_fail_memory(error, "writing a layer");
}

mintu_status mintu_row_ids_find(const mintu_layer *layer, mintu_error *error, mintu_row_ids *out)
{
    bool unique;
    *out = (mintu_row_ids){mintu_layer_field_find(layer, "id"), mintu_layer_field_find(layer, "code"),
                           mintu_layer_field_find(layer, "kind")};
    if (out->code < 0 && out->id < 0)
        return MINTU_STATUS_OK;
    mintu_status status = check_unique(layer, out, error, &unique);
    if (!unique)
        out->id = out->code = -1;
    return status;
}
