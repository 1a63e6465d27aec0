/* Function objects, said as expressions after the specification's own conversion (convertFunction): for messages only. */
#include "expression/legacy_function.h"

#include <string.h>

/* A value as an expression: arrays and objects become literals. A new reference; NULL for NULL. */
static json_t *constant(const json_t *value)
{
    if (json_is_array(value) || json_is_object(value))
        return json_pack("[sO]", "literal", value);
    return json_incref((json_t *)value);
}

static json_t *get(const json_t *function)
{
    return json_pack("[sO]", "get", json_object_get(function, "property"));
}

/* Adds a stop to a curve; one with the input of the stop before is left out, and a step has no first input. */
static void add_stop(json_t *curve, const json_t *input, json_t *output, bool step)
{
    size_t count = json_array_size(curve);
    if (count > 3 && json_equal(input, json_array_get(curve, count - 2))) {
        json_decref(output);
        return;
    }
    if (!step || count != 2)
        json_array_append(curve, (json_t *)input);
    json_array_append_new(curve, output);
}

/* A step of one value only needs a second. */
static void complete_step(json_t *curve)
{
    if (json_array_size(curve) == 3) {
        json_array_append_new(curve, json_integer(0));
        json_array_append(curve, json_array_get(curve, 2));
    }
}

static const char *interpolation(const json_t *function)
{
    const char *space = json_string_value(json_object_get(function, "colorSpace"));
    if (space && strcmp(space, "hcl") == 0)
        return "interpolate-hcl";
    return space && strcmp(space, "lab") == 0 ? "interpolate-lab" : "interpolate";
}

/* ["step", input] or ["interpolate", shape, input]. */
static json_t *curve_head(const json_t *function, bool step, json_t *input)
{
    const json_t *base = json_object_get(function, "base");
    if (step)
        return json_pack("[so]", "step", input);
    if (base && json_number_value(base) != 1)
        return json_pack("[s[sO]o]", interpolation(function), "exponential", base, input);
    return json_pack("[s[s]o]", interpolation(function), "linear", input);
}

static json_t *curve(const json_t *function, bool step, json_t *input, const json_t *stops)
{
    json_t *result = curve_head(function, step, input);
    for (size_t i = 0; result && i < json_array_size(stops); i++) {
        const json_t *stop = json_array_get(stops, i);
        add_stop(result, json_array_get(stop, 0), constant(json_array_get(stop, 1)), step);
    }
    if (step)
        complete_step(result);
    return result;
}

/* ["match", input, label, value, …, default], or ["case", test, value, …, default] for labels that are booleans. */
static json_t *categories(const json_t *function, const json_t *stops, const json_t *otherwise)
{
    bool tests = json_is_boolean(json_array_get(json_array_get(stops, 0), 0));
    json_t *result = tests ? json_pack("[s]", "case") : json_pack("[so]", "match", get(function));
    for (size_t i = 0; i < json_array_size(stops); i++) {
        const json_t *label = json_array_get(json_array_get(stops, i), 0);
        json_t *value = constant(json_array_get(json_array_get(stops, i), 1));
        if (tests) {
            json_array_append_new(result, json_pack("[soO]", "==", get(function), label));
            json_array_append_new(result, value);
        } else {
            add_stop(result, label, value, false);
        }
    }
    json_array_append_new(result, constant(otherwise));
    return result;
}

/* A function of one property at one zoom. */
static json_t *of_property(const json_t *function, const json_t *stops, const mintu_legacy_property *property)
{
    const char *type = json_string_value(json_object_get(function, "type"));
    const json_t *given = json_object_get(function, "default");
    const json_t *otherwise = given ? given : property->fallback;
    if (type && strcmp(type, "categorical") == 0)
        return otherwise ? categories(function, stops, otherwise) : NULL;
    bool step = type ? strcmp(type, "exponential") != 0 : !property->interpolated;
    json_t *result = curve(function, step, json_pack("[so]", "number", get(function)), stops);
    if (!given || !result)
        return result;
    return json_pack("[s[s[so]s]oo]", "case", "==", "typeof", get(function), "number", result, constant(given));
}

/* Stops whose inputs are {"zoom": …, "value": …}: a function of the property at each zoom, and a curve over these. */
static json_t *of_zoom_and_property(const json_t *function, const json_t *stops, const mintu_legacy_property *property)
{
    bool step = !property->interpolated;
    json_t *input = json_pack("[s]", "zoom");
    json_t *result = step ? json_pack("[so]", "step", input) : json_pack("[s[s]o]", interpolation(function), "linear", input);
    for (size_t i = 0; result && i < json_array_size(stops);) {
        const json_t *zoom = json_object_get(json_array_get(json_array_get(stops, i), 0), "zoom");
        json_t *own = json_array();
        for (; i < json_array_size(stops); i++) {
            const json_t *stop = json_array_get(stops, i), *at = json_array_get(stop, 0);
            if (!json_equal(json_object_get(at, "zoom"), zoom))
                break;
            json_array_append_new(own, json_pack("[OO]", json_object_get(at, "value"), json_array_get(stop, 1)));
        }
        json_t *value = json_array_size(own) ? of_property(function, own, property) : NULL;
        json_decref(own);
        if (!value || !zoom) {
            json_decref(value);
            json_decref(result);
            return NULL;
        }
        add_stop(result, zoom, value, step);
    }
    if (step)
        complete_step(result);
    return result;
}

static json_t *identity(const json_t *function, const mintu_legacy_property *property)
{
    const json_t *otherwise = json_object_get(function, "default");
    const mintu_type *type = property->type;
    char name[MINTU_TYPE_TEXT_SIZE];
    if (!otherwise)
        return type == &MINTU_TYPE_STRING && !property->enumerated ? json_pack("[so]", "string", get(function)) : get(function);
    if (!type)
        return json_pack("[soo]", "coalesce", get(function), constant(otherwise));
    if (property->enumerated) {
        json_t *values = json_array();
        for (size_t i = 0; property->values && property->values[i]; i++)
            json_array_append_new(values, json_string(property->values[i]));
        if (json_array_size(values))
            return json_pack("[soooO]", "match", get(function), values, get(function), otherwise);
        json_decref(values);
        return json_pack("[soO]", "string", get(function), otherwise);
    }
    if (type->kind == MINTU_KIND_ARRAY) {
        const char *item = type->item->kind == MINTU_KIND_NUMBER ? "number" : "string";
        json_t *length = type->length >= 0 ? json_integer(type->length) : NULL; /* left out when NULL */
        return json_pack("[sso*oo]", "array", item, length, get(function), constant(otherwise));
    }
    return json_pack("[soo]", type->kind == MINTU_KIND_COLOR ? "to-color" : mintu_type_text(type, name), get(function),
                     constant(otherwise));
}

/* Every stop must be [input, value]. */
static bool are_stops(const json_t *stops)
{
    bool good = json_array_size(stops) > 0;
    for (size_t i = 0; good && i < json_array_size(stops); i++)
        good = json_array_size(json_array_get(stops, i)) == 2;
    return good;
}

json_t *mintu_legacy_function(const json_t *function, const mintu_legacy_property *property)
{
    const json_t *stops = json_object_get(function, "stops");
    const char *type = json_string_value(json_object_get(function, "type"));
    bool named = json_is_string(json_object_get(function, "property"));
    if (!stops)
        return named ? identity(function, property) : NULL;
    if (!are_stops(stops))
        return NULL;
    if (json_is_object(json_array_get(json_array_get(stops, 0), 0)))
        return named ? of_zoom_and_property(function, stops, property) : NULL;
    if (named)
        return of_property(function, stops, property);
    bool step = type ? strcmp(type, "interval") == 0 : !property->interpolated;
    return curve(function, step, json_pack("[s]", "zoom"), stops);
}
