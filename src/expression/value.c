#include "expression/value.h"

#include <string.h>

mintu_value mintu_value_number(double number)
{
    return (mintu_value){.kind = MINTU_KIND_NUMBER, .number = number};
}

mintu_value mintu_value_boolean(bool boolean)
{
    return (mintu_value){.kind = MINTU_KIND_BOOLEAN, .boolean = boolean};
}

mintu_value mintu_value_text(const char *text)
{
    return (mintu_value){.kind = MINTU_KIND_STRING, .text = text};
}

const mintu_type *mintu_value_type(mintu_pool *pool, const mintu_value *value)
{
    if (value->kind != MINTU_KIND_ARRAY)
        return mintu_type_of_kind(value->kind);
    mintu_type *type = mintu_pool_take(pool, sizeof *type);
    if (!type)
        return NULL;
    const mintu_type *item = NULL;
    for (size_t i = 0; i < value->array.count && item != &MINTU_TYPE_VALUE; i++) {
        const mintu_type *next = mintu_value_type(pool, &value->array.items[i]);
        if (!next)
            return NULL;
        item = !item || item == next ? next : &MINTU_TYPE_VALUE;
    }
    *type = (mintu_type){MINTU_KIND_ARRAY, item ? item : &MINTU_TYPE_VALUE, (long)value->array.count};
    return type;
}

static bool array_from_json(mintu_pool *pool, const json_t *json, mintu_value *out)
{
    size_t count = json_array_size(json);
    mintu_value *items = mintu_pool_take(pool, (count ? count : 1) * sizeof *items);
    if (!items)
        return false;
    for (size_t i = 0; i < count; i++)
        if (!mintu_value_from_json(pool, json_array_get(json, i), &items[i]))
            return false;
    out->kind = MINTU_KIND_ARRAY;
    out->array.items = items;
    out->array.count = count;
    return true;
}

bool mintu_value_from_json(mintu_pool *pool, const json_t *json, mintu_value *out)
{
    *out = (mintu_value){.kind = MINTU_KIND_NULL};
    if (json_is_array(json))
        return array_from_json(pool, json, out);
    if (json_is_number(json))
        *out = mintu_value_number(json_number_value(json));
    else if (json_is_boolean(json))
        *out = mintu_value_boolean(json_is_true(json));
    else if (json_is_string(json))
        *out = mintu_value_text(json_string_value(json));
    else if (json_is_object(json))
        *out = (mintu_value){.kind = MINTU_KIND_OBJECT, .object = json};
    return true;
}

bool mintu_value_equals(const mintu_value *a, const mintu_value *b)
{
    if (a->kind != b->kind)
        return false;
    switch (a->kind) {
    case MINTU_KIND_NULL:
        return true;
    case MINTU_KIND_NUMBER:
        return a->number == b->number;
    case MINTU_KIND_BOOLEAN:
        return a->boolean == b->boolean;
    case MINTU_KIND_STRING:
        return strcmp(a->text, b->text) == 0;
    default:
        return false;
    }
}
