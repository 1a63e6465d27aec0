#include "layer/layer.h"

#include "base/array.h"
#include "base/utf8.h"
#include "format/number.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static mintu_status fail_memory(mintu_error *error)
{
    return mintu_fail_memory(error, "building a layer");
}

mintu_status mintu_layer_new(mintu_context *context, const char *name, mintu_error *error, mintu_layer **out)
{
    (void)context;
    *out = NULL;
    mintu_layer *layer = calloc(1, sizeof *layer);
    if (!layer)
        return fail_memory(error);
    layer->name = mintu_text_copy(name);
    layer->scratch = malloc(MINTU_NUMBER_TEXT);
    layer->definition = OGR_FD_Create(name);
    if (!layer->name || !layer->scratch || !layer->definition) {
        mintu_layer_free(layer);
        return fail_memory(error);
    }
    OGR_FD_Reference(layer->definition);
    OGR_FD_SetGeomType(layer->definition, wkbUnknown);
    *out = layer;
    return MINTU_STATUS_OK;
}

void mintu_layer_free(mintu_layer *layer)
{
    if (!layer)
        return;
    for (size_t row = 0; row < layer->count; row++)
        OGR_F_Destroy(layer->rows[row]);
    for (size_t i = 0; i < layer->note_count; i++) {
        free(layer->notes[i].key);
        free(layer->notes[i].value);
    }
    if (layer->definition)
        OGR_FD_Release(layer->definition);
    free(layer->rows);
    free(layer->notes);
    free(layer->scratch);
    free(layer->name);
    free(layer);
}

const char *mintu_layer_name(const mintu_layer *layer)
{
    return layer->name;
}

size_t mintu_layer_count(const mintu_layer *layer)
{
    return layer->count;
}

size_t mintu_layer_field_count(const mintu_layer *layer)
{
    return (size_t)OGR_FD_GetFieldCount(layer->definition);
}

const char *mintu_layer_field_name(const mintu_layer *layer, size_t field)
{
    return field < mintu_layer_field_count(layer) ? OGR_Fld_GetNameRef(OGR_FD_GetFieldDefn(layer->definition, (int)field))
                                                  : NULL;
}

mintu_field_type mintu_layer_field_type(const mintu_layer *layer, size_t field)
{
    if (field >= mintu_layer_field_count(layer))
        return MINTU_FIELD_TYPE_END;
    OGRFieldType type = OGR_Fld_GetType(OGR_FD_GetFieldDefn(layer->definition, (int)field));
    return type == OFTInteger64 ? MINTU_FIELD_TYPE_INTEGER : type == OFTReal ? MINTU_FIELD_TYPE_REAL : MINTU_FIELD_TYPE_TEXT;
}

int mintu_layer_field_find(const mintu_layer *layer, const char *name)
{
    int count = OGR_FD_GetFieldCount(layer->definition);
    for (int field = 0; field < count; field++)
        if (strcmp(OGR_Fld_GetNameRef(OGR_FD_GetFieldDefn(layer->definition, field)), name) == 0)
            return field;
    return -1;
}

mintu_status mintu_layer_row(const mintu_layer *layer, size_t row, mintu_error *error, OGRFeatureH *out)
{
    if (row >= layer->count)
        return mintu_fail(error, MINTU_STATUS_USAGE,
                          "using the layer %s: row %zu does not exist; the layer has %zu rows, from 0", layer->name, row,
                          layer->count);
    *out = layer->rows[row];
    return MINTU_STATUS_OK;
}

static OGRFeatureDefnH definition_with(const mintu_layer *layer, const char *name, OGRFieldType type)
{
    OGRFeatureDefnH definition = OGR_FD_Create(layer->name);
    OGR_FD_Reference(definition);
    OGR_FD_SetGeomType(definition, wkbUnknown);
    for (int field = 0; field < OGR_FD_GetFieldCount(layer->definition); field++)
        OGR_FD_AddFieldDefn(definition, OGR_FD_GetFieldDefn(layer->definition, field));
    OGRFieldDefnH added = OGR_Fld_Create(name, type);
    OGR_FD_AddFieldDefn(definition, added);
    OGR_Fld_Destroy(added);
    return definition;
}

/* A feature's values are laid out by its definition, so that a new field means new features. */
static bool make_rows(OGRFeatureH *rows, size_t count, OGRFeatureDefnH definition)
{
    for (size_t row = 0; row < count; row++) {
        rows[row] = OGR_F_Create(definition);
        if (!rows[row]) {
            while (row > 0)
                OGR_F_Destroy(rows[--row]);
            return false;
        }
    }
    return true;
}

void mintu_row_values_copy(OGRFeatureH target, OGRFeatureH source)
{
    int count = OGR_F_GetFieldCount(source);
    for (int field = 0; field < count; field++)
        if (OGR_F_IsFieldSetAndNotNull(source, field))
            OGR_F_SetFieldRaw(target, field, OGR_F_GetRawFieldRef(source, field));
}

static void move_row(OGRFeatureH target, OGRFeatureH source)
{
    OGRGeometryH geometry = OGR_F_StealGeometry(source);
    mintu_row_values_copy(target, source);
    if (geometry)
        OGR_F_SetGeometryDirectly(target, geometry);
    OGR_F_Destroy(source);
}

mintu_status mintu_layer_field_add(mintu_layer *layer, const char *name, mintu_field_type type, mintu_error *error)
{
    static const OGRFieldType types[MINTU_FIELD_TYPE_END] = {OFTString, OFTInteger64, OFTReal};
    if (!name[0] || (unsigned)type >= MINTU_FIELD_TYPE_END || !mintu_utf8_valid(name, strlen(name), NULL))
        return mintu_fail(error, MINTU_STATUS_USAGE, "adding a field to the layer %s: a field needs a name in UTF-8 and a type",
                          layer->name);
    if (mintu_layer_field_find(layer, name) >= 0)
        return mintu_fail(error, MINTU_STATUS_USAGE,
                          "adding a field to the layer %s: there is a field %s already; use another name", layer->name, name);
    OGRFeatureDefnH definition = definition_with(layer, name, types[type]);
    OGRFeatureH *rows = malloc((layer->room + 1) * sizeof *rows);
    if (!rows || !make_rows(rows, layer->count, definition)) {
        free(rows);
        OGR_FD_Release(definition);
        return fail_memory(error);
    }
    for (size_t row = 0; row < layer->count; row++)
        move_row(rows[row], layer->rows[row]);
    free(layer->rows);
    layer->rows = rows;
    OGR_FD_Release(layer->definition);
    layer->definition = definition;
    return MINTU_STATUS_OK;
}

mintu_status mintu_layer_append(mintu_layer *layer, mintu_error *error)
{
    if (!MINTU_ARRAY_RESERVE(layer->rows, layer->room, layer->count + 1))
        return fail_memory(error);
    layer->rows[layer->count] = OGR_F_Create(layer->definition);
    if (!layer->rows[layer->count])
        return fail_memory(error);
    layer->count++;
    return MINTU_STATUS_OK;
}

mintu_status mintu_layer_note_set(mintu_layer *layer, const char *key, const char *value, mintu_error *error)
{
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
    for (size_t i = 0; i < layer->note_count; i++)
        if (strcmp(layer->notes[i].key, key) == 0)
            return layer->notes[i].value;
    return NULL;
}
