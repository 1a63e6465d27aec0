/* What an expression can ask of a feature. */
#include "expression/eval_feature.h"

#include "format/number.h"
#include "layer/layer_value.h"
#include "layer/shape.h"

#include <stdlib.h>
#include <string.h>

static bool make_room(mintu_fields *fields, size_t slot)
{
    size_t old = fields->room;
    if (slot < old)
        return true;
    if (!MINTU_ARRAY_RESERVE(fields->indexes, fields->room, slot + 1))
        return false;
    for (size_t i = old; i < fields->room; i++)
        fields->indexes[i] = -2;
    return true;
}

/* Index of the field, from memory when it still fits: another layer may have come to the same address. */
static int find_field(const mintu_feature *feature, const char *name, size_t slot)
{
    mintu_fields *fields = feature->fields;
    if (!fields || slot == 0 || !make_room(fields, slot))
        return mintu_layer_field_find(feature->layer, name);
    if (fields->layer != feature->layer) {
        for (size_t i = 0; i < fields->room; i++)
            fields->indexes[i] = -2;
        fields->layer = feature->layer;
    }
    int index = fields->indexes[slot];
    if (index < 0 || (size_t)index >= mintu_layer_field_count(feature->layer) ||
        strcmp(mintu_layer_field_name(feature->layer, (size_t)index), name) != 0)
        index = fields->indexes[slot] = mintu_layer_field_find(feature->layer, name);
    return index;
}

void mintu_fields_free(mintu_fields *fields)
{
    free(fields->indexes);
    *fields = (mintu_fields){0};
}

/* Lists and objects are JSON text in the layer. */
static bool parse_value(mintu_evaluation *evaluation, const char *text, mintu_value *out)
{
    json_t *json = json_loads(text, JSON_ALLOW_NUL, NULL);
    return mintu_pool_own(evaluation->pool, json) ? mintu_evaluation_json(evaluation, json, out)
                                                  : mintu_evaluation_fail_memory(evaluation);
}

static bool field_value(mintu_evaluation *evaluation, int field, mintu_value *out)
{
    const mintu_feature *feature = evaluation->feature;
    const mintu_layer *layer = feature->layer;
    *out = (mintu_value){.kind = MINTU_KIND_NULL};
    if (field < 0 || !mintu_layer_is_property(layer, feature->row, (size_t)field))
        return true;
    mintu_field_type type = mintu_layer_value_type(layer, feature->row, (size_t)field);
    if (type == MINTU_FIELD_TYPE_END)
        return true;
    if (type == MINTU_FIELD_TYPE_INTEGER || type == MINTU_FIELD_TYPE_REAL) {
        *out = mintu_value_number(mintu_layer_number(layer, feature->row, (size_t)field));
        return true;
    }
    const char *text = mintu_layer_text(layer, feature->row, (size_t)field);
    if (type == MINTU_FIELD_TYPE_BOOLEAN) {
        *out = mintu_value_boolean(text[0] == 't');
        return true;
    }
    return type == MINTU_FIELD_TYPE_JSON
               ? parse_value(evaluation, text, out)
               : mintu_evaluation_text(evaluation, mintu_pool_copy(evaluation->pool, text, strlen(text)), out);
}

bool mintu_feature_id(mintu_evaluation *evaluation, mintu_value *out)
{
    const mintu_feature *feature = evaluation->feature;
    bool number;
    if (feature->layer && feature->promoted)
        return mintu_feature_property(evaluation, feature->promoted, 0, out);
    const char *id = feature->layer ? mintu_layer_id(feature->layer, feature->row, &number) : NULL;
    if (!id)
        return mintu_evaluation_json(evaluation, feature->layer ? NULL : feature->id, out);
    if (!number)
        return mintu_evaluation_text(evaluation, mintu_pool_copy(evaluation->pool, id, strlen(id)), out);
    *out = mintu_value_number(mintu_number_read(id, &id));
    return true;
}

bool mintu_feature_property(mintu_evaluation *evaluation, const char *name, size_t slot, mintu_value *out)
{
    const mintu_feature *feature = evaluation->feature;
    if (feature->layer)
        return field_value(evaluation, find_field(feature, name, slot), out);
    return mintu_evaluation_json(evaluation, json_object_get(feature->properties, name), out);
}

bool mintu_feature_has(mintu_evaluation *evaluation, const char *name, size_t slot)
{
    const mintu_feature *feature = evaluation->feature;
    if (!feature->layer)
        return json_object_get(feature->properties, name) != NULL;
    int field = find_field(feature, name, slot);
    return field >= 0 && mintu_layer_has(feature->layer, feature->row, (size_t)field) &&
           mintu_layer_is_property(feature->layer, feature->row, (size_t)field);
}

json_t *mintu_field_json(const mintu_layer *layer, size_t row, size_t field)
{
    const char *text = mintu_layer_text(layer, row, field);
    switch (mintu_layer_value_type(layer, row, field)) {
    case MINTU_FIELD_TYPE_END:
        return json_null();
    case MINTU_FIELD_TYPE_INTEGER:
    case MINTU_FIELD_TYPE_REAL:
        return json_real(mintu_layer_number(layer, row, field));
    case MINTU_FIELD_TYPE_BOOLEAN:
        return json_boolean(text[0] == 't');
    case MINTU_FIELD_TYPE_JSON:
        return json_loads(text, JSON_ALLOW_NUL, NULL);
    default:
        return json_string(text);
    }
}

bool mintu_feature_properties(mintu_evaluation *evaluation, mintu_value *out)
{
    const mintu_feature *feature = evaluation->feature;
    *out = (mintu_value){.kind = MINTU_KIND_OBJECT, .object = feature->properties};
    if (feature->properties && !feature->layer)
        return true;
    json_t *object = json_object();
    if (!mintu_pool_own(evaluation->pool, object))
        return mintu_evaluation_fail_memory(evaluation);
    out->object = object;
    for (size_t field = 0; feature->layer && field < mintu_layer_field_count(feature->layer); field++) {
        if (!mintu_layer_is_property(feature->layer, feature->row, field))
            continue;
        json_t *value = mintu_field_json(feature->layer, feature->row, field);
        if (!value || json_object_set_new(object, mintu_layer_field_name(feature->layer, field), value) != 0)
            return mintu_evaluation_fail_memory(evaluation);
    }
    return true;
}

static const char *type_name(mintu_geometry_type type)
{
    static const char *const names[] = {[MINTU_GEOMETRY_TYPE_POINT] = "Point",
                                        [MINTU_GEOMETRY_TYPE_LINE] = "LineString",
                                        [MINTU_GEOMETRY_TYPE_POLYGON] = "Polygon"};
    return (size_t)type < sizeof names / sizeof *names ? names[type] : NULL;
}

const char *mintu_feature_geometry_type(const mintu_feature *feature)
{
    if (!feature->layer)
        return feature->geometry_type;
    mintu_geometry_type type = mintu_layer_geometry_type(feature->layer);
    if (type != MINTU_GEOMETRY_TYPE_MIXED)
        return type_name(type);
    mintu_shape shape = {0};
    mintu_status status = mintu_layer_shape(feature->layer, feature->row, &shape, NULL);
    const char *name = status == MINTU_STATUS_OK ? type_name(shape.type) : NULL;
    mintu_shape_free(&shape);
    return name;
}

bool mintu_feature_has_image(const mintu_feature *feature, const char *name)
{
    for (size_t i = 0; i < json_array_size(feature->images); i++) {
        const char *known = json_string_value(json_array_get(feature->images, i));
        if (known && strcmp(known, name) == 0)
            return true;
    }
    return !feature->images;
}
