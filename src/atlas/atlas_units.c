#include "atlas/atlas_units.h"

#include "base/array.h"
#include "base/error.h"
#include "gazetteer/place_rows.h"
#include "layer/shape.h"

#include <jansson.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

static const char DOING[] = "making an atlas";

static json_t *value_of(const mintu_layer *layer, size_t row, size_t field)
{
    if (mintu_layer_is_null(layer, row, field))
        return json_null();
    switch (mintu_layer_value_type(layer, row, field)) {
    case MINTU_FIELD_TYPE_INTEGER:
        return json_integer((json_int_t)mintu_layer_number(layer, row, field));
    case MINTU_FIELD_TYPE_REAL:
        return isfinite(mintu_layer_number(layer, row, field)) ? json_real(mintu_layer_number(layer, row, field)) : json_null();
    case MINTU_FIELD_TYPE_BOOLEAN:
        return json_boolean(strcmp(mintu_layer_text(layer, row, field), "true") == 0);
    default:
        return json_string(mintu_layer_text(layer, row, field));
    }
}

/* The row's attributes as the text of an object; NULL when memory ran out. */
static char *properties_of(const mintu_layer *layer, size_t row)
{
    json_t *object = json_object();
    bool good = object;
    for (size_t i = 0; i < mintu_layer_field_count(layer) && good; i++)
        good = json_object_set_new(object, mintu_layer_field_name(layer, i), value_of(layer, row, i)) == 0;
    char *text = good ? json_dumps(object, JSON_ENCODE_ANY) : NULL;
    json_decref(object);
    return text;
}

/* An expression that is valid and has no value for a feature. */
static mintu_status refuse_value(const mintu_atlas *atlas, size_t row, const mintu_error *failed, mintu_error *error)
{
    char place[120] = "";
    mintu_layer_row_place(atlas->layer, row, place, sizeof place);
    return mintu_fail(error, MINTU_STATUS_INPUT, "making an atlas: layer \"%s\", %s: the expression has no value: %s",
                      mintu_layer_name(atlas->layer), place, failed->text);
}

static mintu_status fulfils(const mintu_atlas *atlas, size_t row, mintu_error *error, bool *out)
{
    char *properties = properties_of(atlas->layer, row), *value = NULL;
    mintu_error failed = {0};
    const mintu_style_eval_options options = {.properties = properties, .type = "boolean"};
    mintu_status status =
        properties ? mintu_style_eval(atlas->options.where, &options, &failed, &value) : mintu_fail_memory(error, DOING);
    *out = status == MINTU_STATUS_OK && value && strcmp(value, "true") == 0;
    if (status > MINTU_STATUS_FINDINGS && error && properties)
        *error = failed;
    free(value);
    free(properties);
    return status == MINTU_STATUS_FINDINGS ? refuse_value(atlas, row, &failed, error) : status;
}

/* A unit of the package by its code, else, in a file of one's own, none. */
static const mintu_place *place_of(const mintu_atlas *atlas, size_t row)
{
    const char *code = mintu_layer_field_text(atlas->layer, row, "code");
    return code[0] ? mintu_gazetteer_find(atlas->gazetteer, code) : NULL;
}

/* Letters and digits of any script stay; what paths or shells would take for something else becomes a hyphen. */
static char *file_of(const char *key, size_t number)
{
    mintu_buffer text = {0};
    mintu_buffer_format(&text, "%04zu-", number);
    for (const char *c = key; *c && text.size < 120; c++) {
        bool kept = (*c & 0x80) || (*c >= '0' && *c <= '9') || (*c >= 'A' && *c <= 'Z') || (*c >= 'a' && *c <= 'z');
        mintu_buffer_add(&text, kept ? c : "-", 1);
    }
    if (text.failed)
        mintu_buffer_free(&text);
    return text.data;
}

static mintu_status add_unit(mintu_atlas *atlas, size_t row, mintu_error *error)
{
    const char *code = mintu_layer_field_text(atlas->layer, row, "code");
    const char *name = mintu_layer_field_text(atlas->layer, row, "name");
    const char *english = atlas->english ? mintu_layer_field_text(atlas->layer, row, "name_en") : "";
    mintu_buffer shown = {0};
    if (english[0] || name[0] || code[0])
        mintu_buffer_text(&shown, english[0] ? english : name[0] ? name : code);
    else
        mintu_buffer_format(&shown, "%zu", row + 1);
    if (shown.failed || !MINTU_ARRAY_RESERVE(atlas->units, atlas->room, atlas->count + 1)) {
        mintu_buffer_free(&shown);
        return mintu_fail_memory(error, DOING);
    }
    mintu_atlas_unit *unit = &atlas->units[atlas->count++];
    *unit = (mintu_atlas_unit){.row = row, .place = place_of(atlas, row), .name = shown.data};
    unit->file = file_of(code[0] ? code : unit->name, atlas->count);
    return unit->file ? MINTU_STATUS_OK : mintu_fail_memory(error, DOING);
}

/* Its page would have no extent. */
static void tell_without(mintu_atlas *atlas, size_t row)
{
    char place[120] = "";
    mintu_layer_row_place(atlas->layer, row, place, sizeof place);
    mintu_findings_add(&atlas->findings, "layer \"%s\", %s: no area, and so no page", mintu_layer_name(atlas->layer), place);
}

static mintu_status take_row(mintu_atlas *atlas, size_t row, mintu_error *error)
{
    mintu_shape shape = {.type = MINTU_GEOMETRY_TYPE_NONE};
    bool wanted = true;
    mintu_status status = atlas->options.where ? fulfils(atlas, row, error, &wanted) : MINTU_STATUS_OK;
    if (status != MINTU_STATUS_OK || !wanted)
        return status;
    status = mintu_layer_shape(atlas->layer, row, &shape, error);
    bool area = shape.type == MINTU_GEOMETRY_TYPE_POLYGON && shape.vertex_count > 0;
    mintu_shape_free(&shape);
    if (status != MINTU_STATUS_OK)
        return status;
    if (area)
        return add_unit(atlas, row, error);
    tell_without(atlas, row);
    return MINTU_STATUS_OK;
}

mintu_status mintu_atlas_units_find(mintu_atlas *atlas, mintu_error *error)
{
    mintu_status status = MINTU_STATUS_OK;
    for (size_t row = 0; row < mintu_layer_count(atlas->layer) && status == MINTU_STATUS_OK; row++)
        status = take_row(atlas, row, error);
    if (status != MINTU_STATUS_OK || atlas->count)
        return status;
    return mintu_fail(error, MINTU_STATUS_INPUT, "making an atlas: the layer \"%s\" has %zu features, and %s",
                      mintu_layer_name(atlas->layer), mintu_layer_count(atlas->layer),
                      atlas->options.where ? "none with an area fulfils the expression" : "none with an area");
}

void mintu_atlas_units_free(mintu_atlas *atlas)
{
    for (size_t i = 0; i < atlas->count; i++) {
        free(atlas->units[i].name);
        free(atlas->units[i].file);
    }
    free(atlas->units);
}
