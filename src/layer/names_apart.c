#include "layer/names_apart.h"

#include "base/ascii.h"
#include "base/error.h"

#include <stdlib.h>
#include <string.h>

/* Among the fields from @p first on, before @p last. */
static bool is_among(const mintu_layer *layer, size_t first, size_t last, const char *name)
{
    for (size_t i = first; i < last; i++)
        if (mintu_ascii_compare(layer->fields[i].name, name) == 0)
            return true;
    return false;
}

bool mintu_layer_has_name(const mintu_layer *layer, const char *name)
{
    return is_among(layer, 0, layer->field_count, name);
}

/* No other field has the new name, also none that comes later. */
static bool rename_field(mintu_layer_apart *out, size_t field)
{
    char *name = out->layer.fields[field].name;
    mintu_buffer text = {0};
    for (int number = 2; number == 2 || mintu_layer_has_name(&out->layer, text.data); number++) {
        mintu_buffer_clear(&text);
        mintu_buffer_format(&text, "%s_%d", name, number);
        if (text.failed)
            break;
    }
    const char *kept = text.failed ? NULL : mintu_text_store_add(&out->texts, text.data, text.size);
    if (kept) {
        mintu_buffer_format(&out->told, "%s%s is %s", out->told.size ? ", " : "", name, kept);
        out->layer.fields[field].name = (char *)(uintptr_t)kept; /* in the store, and not changed */
    }
    mintu_buffer_free(&text);
    return kept && !out->told.failed;
}

mintu_status mintu_layer_apart_make(const mintu_layer *layer, const char *doing, mintu_error *error, mintu_layer_apart *out)
{
    *out = (mintu_layer_apart){.layer = *layer};
    out->layer.fields = calloc(layer->field_count + 1, sizeof *out->layer.fields);
    bool good = out->layer.fields;
    if (good && layer->field_count)
        memcpy(out->layer.fields, layer->fields, layer->field_count * sizeof *layer->fields);
    for (size_t i = 1; i < layer->field_count && good; i++)
        if (is_among(&out->layer, 0, i, layer->fields[i].name))
            good = rename_field(out, i);
    return good ? MINTU_STATUS_OK : mintu_fail_memory(error, doing);
}

void mintu_layer_apart_free(mintu_layer_apart *layer)
{
    free(layer->layer.fields);
    mintu_text_store_free(&layer->texts);
    mintu_buffer_free(&layer->told);
    *layer = (mintu_layer_apart){0};
}
