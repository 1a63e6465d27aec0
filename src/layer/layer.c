#include "layer/layer.h"

#include "base/argument.h"
#include "base/array.h"
#include "base/utf8.h"
#include "format/number.h"

#include <stdlib.h>
#include <string.h>

static mintu_status fail_memory(mintu_error *error)
{
    return mintu_fail_memory(error, "building a layer");
}

mintu_status mintu_layer_new(mintu_context *context, const char *name, mintu_error *error, mintu_layer **out)
{
    if (MINTU_GIVEN_OUT(error, out, context, name))
        return MINTU_STATUS_USAGE;
    (void)context;
    mintu_layer *layer = calloc(1, sizeof *layer);
    if (!layer)
        return fail_memory(error);
    layer->name = mintu_text_copy(name);
    layer->scratch = malloc(MINTU_NUMBER_TEXT);
    if (!layer->name || !layer->scratch) {
        mintu_layer_free(layer);
        return fail_memory(error);
    }
    *out = layer;
    return MINTU_STATUS_OK;
}

void mintu_layer_free(mintu_layer *layer)
{
    if (!layer)
        return;
    for (size_t row = 0; row < layer->count; row++)
        free(layer->shapes[row]);
    for (size_t field = 0; field < layer->field_count; field++) {
        free(layer->fields[field].name);
        free(layer->fields[field].cells);
    }
    for (size_t i = 0; i < layer->note_count; i++) {
        free(layer->notes[i].key);
        free(layer->notes[i].value);
    }
    mintu_text_store_free(&layer->texts);
    free(layer->fields);
    free(layer->ids);
    free(layer->further);
    free(layer->shapes);
    free(layer->notes);
    free(layer->scratch);
    free(layer->source);
    free(layer->lines);
    free(layer->words);
    free(layer->name);
    free(layer);
}

const char *mintu_layer_name(const mintu_layer *layer)
{
    return layer ? layer->name : "";
}

size_t mintu_layer_count(const mintu_layer *layer)
{
    return layer ? layer->count : 0;
}

size_t mintu_layer_field_count(const mintu_layer *layer)
{
    return layer ? layer->field_count : 0;
}

const char *mintu_layer_field_name(const mintu_layer *layer, size_t field)
{
    return layer && field < layer->field_count ? layer->fields[field].name : NULL;
}

mintu_field_type mintu_layer_field_type(const mintu_layer *layer, size_t field)
{
    return layer && field < layer->field_count ? layer->fields[field].type : MINTU_FIELD_TYPE_END;
}

int mintu_layer_field_find(const mintu_layer *layer, const char *name)
{
    if (!layer || !name)
        return -1;
    for (size_t field = 0; field < layer->field_count; field++)
        if (strcmp(layer->fields[field].name, name) == 0)
            return (int)field;
    return -1;
}

mintu_status mintu_layer_row_check(const mintu_layer *layer, size_t row, mintu_error *error)
{
    return row < layer->count ? MINTU_STATUS_OK
                              : mintu_fail(error, MINTU_STATUS_USAGE,
                                           "using the layer %s: row %zu does not exist; the layer has %zu rows, from 0",
                                           layer->name, row, layer->count);
}

mintu_status mintu_layer_field_add(mintu_layer *layer, const char *name, mintu_field_type type, mintu_error *error)
{
    if (MINTU_GIVEN(error, layer, name))
        return MINTU_STATUS_USAGE;
    if (!name[0] || (unsigned)type >= MINTU_FIELD_TYPE_END || !mintu_utf8_valid(name, strlen(name), NULL))
        return mintu_fail(error, MINTU_STATUS_USAGE, "adding a field to the layer %s: a field needs a name in UTF-8 and a type",
                          layer->name);
    if (mintu_layer_field_find(layer, name) >= 0)
        return mintu_fail(error, MINTU_STATUS_USAGE,
                          "adding a field to the layer %s: there is a field %s already; use another name", layer->name, name);
    mintu_column field = {mintu_text_copy(name), type, calloc(layer->room + 1, sizeof *field.cells)};
    if (!field.name || !field.cells || !MINTU_ARRAY_RESERVE(layer->fields, layer->field_room, layer->field_count + 1)) {
        free(field.name);
        free(field.cells);
        return fail_memory(error);
    }
    layer->fields[layer->field_count++] = field;
    return MINTU_STATUS_OK;
}

static bool grow_cells(mintu_cell **cells, size_t count, size_t room)
{
    mintu_cell *grown = realloc(*cells, (room + 1) * sizeof *grown);
    if (!grown)
        return false;
    memset(grown + count, 0, (room + 1 - count) * sizeof *grown);
    *cells = grown;
    return true;
}

static bool grow_further(mintu_layer *layer, size_t room)
{
    bool *grown = realloc(layer->further, (room + 1) * sizeof *grown);
    if (!grown)
        return false;
    memset(grown + layer->count, 0, (room + 1 - layer->count) * sizeof *grown);
    layer->further = grown;
    return true;
}

/* All columns get more room together; what is new in them is unset. */
static bool grow(mintu_layer *layer)
{
    size_t room = layer->room;
    /* NOLINTNEXTLINE(bugprone-sizeof-expression): an array of pointers */
    bool good = MINTU_ARRAY_RESERVE(layer->shapes, room, layer->count + 1) &&
                (!layer->ids || grow_cells(&layer->ids, layer->count, room)) && (!layer->further || grow_further(layer, room));
    for (size_t i = 0; i < layer->field_count && good; i++)
        good = grow_cells(&layer->fields[i].cells, layer->count, room);
    if (good)
        layer->room = room;
    return good;
}

mintu_status mintu_layer_append(mintu_layer *layer, mintu_error *error)
{
    if (MINTU_GIVEN(error, layer))
        return MINTU_STATUS_USAGE;
    if (layer->count == layer->room && !grow(layer))
        return fail_memory(error);
    layer->shapes[layer->count++] = NULL;
    return MINTU_STATUS_OK;
}

mintu_status mintu_layer_note_set(mintu_layer *layer, const char *key, const char *value, mintu_error *error)
{
    if (MINTU_GIVEN(error, layer, key))
        return MINTU_STATUS_USAGE;
    static const char *const reserved[] = {"type",        "name",       "bbox",     "features",   "crs",
                                           "coordinates", "geometries", "geometry", "properties", "id"};
    for (size_t i = 0; i < sizeof reserved / sizeof *reserved; i++)
        if (!key[0] || strchr(key, '=') || strcmp(key, reserved[i]) == 0)
            return mintu_fail(
                error, MINTU_STATUS_USAGE,
                "setting a note: \"%s\" is empty, holds \"=\" or has a meaning of its own in GeoJSON; use another key", key);
    if (!mintu_utf8_valid(key, strlen(key), NULL) || (value && !mintu_utf8_valid(value, strlen(value), NULL)))
        return mintu_fail(error, MINTU_STATUS_USAGE, "setting a note: the text is not valid UTF-8; convert it first");
    size_t at = 0;
    while (at < layer->note_count && strcmp(layer->notes[at].key, key) != 0)
        at++;
    char *copy = value ? mintu_text_copy(value) : NULL;
    if (value && !copy)
        return fail_memory(error);
    if (at < layer->note_count) {
        free(layer->notes[at].value);
        layer->notes[at].value = copy;
        if (!copy) {
            free(layer->notes[at].key);
            memmove(layer->notes + at, layer->notes + at + 1, (--layer->note_count - at) * sizeof *layer->notes);
        }
        return MINTU_STATUS_OK;
    }
    if (!copy)
        return MINTU_STATUS_OK;
    char *own_key = mintu_text_copy(key);
    if (!own_key || !MINTU_ARRAY_RESERVE(layer->notes, layer->note_room, layer->note_count + 1)) {
        free(own_key);
        free(copy);
        return fail_memory(error);
    }
    layer->notes[layer->note_count++] = (mintu_note){own_key, copy};
    return MINTU_STATUS_OK;
}

const char *mintu_layer_note(const mintu_layer *layer, const char *key)
{
    if (!layer || !key)
        return NULL;
    for (size_t i = 0; i < layer->note_count; i++)
        if (strcmp(layer->notes[i].key, key) == 0)
            return layer->notes[i].value;
    return NULL;
}
