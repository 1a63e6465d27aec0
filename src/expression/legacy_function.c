/* Function objects, said as expressions that give what MapLibre GL JS makes of them (createFunction): for messages only. Where no
 * expression is sure to, there is none. */
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

static bool is_color(const mintu_legacy_property *property)
{
    return !property->type || property->type->kind == MINTU_KIND_COLOR;
}

/* The colour space of a function matters to colours only. */
static const char *interpolation(const json_t *function, const mintu_legacy_property *property)
{
    const char *space = is_color(property) ? json_string_value(json_object_get(function, "colorSpace")) : NULL;
    if (space && strcmp(space, "hcl") == 0)
        return "interpolate-hcl";
    return space && strcmp(space, "lab") == 0 ? "interpolate-lab" : "interpolate";
}

static json_t *shape(const json_t *function)
{
    const json_t *base = json_object_get(function, "base");
    return base && json_number_value(base) != 1 ? json_pack("[sO]", "exponential", base) : json_pack("[s]", "linear");
}

/* ["step", input, …] or ["interpolate", shape, input, …]. NULL where two stops have one input. */
static json_t *curve(const json_t *function, const mintu_legacy_property *property, bool step, json_t *input,
                     const json_t *stops)
{
    json_t *result =
        step ? json_pack("[so]", "step", input) : json_pack("[soo]", interpolation(function, property), shape(function), input);
    const json_t *before = NULL;
    for (size_t i = 0; result && i < json_array_size(stops); i++) {
        const json_t *stop = json_array_get(stops, i), *at = json_array_get(stop, 0);
        if (before && json_number_value(before) >= json_number_value(at)) {
            json_decref(result);
            return NULL;
        }
        add_stop(result, at, constant(json_array_get(stop, 1)), step);
        before = at;
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

/* A curve of one value does not look at its input; with a second of the same it fails where the function gave the default. */
static void complete_curve(json_t *curve)
{
    if (json_array_size(curve) != 5)
        return;
    json_array_append_new(curve, json_real(json_number_value(json_array_get(curve, 3)) + 1));
    json_array_append(curve, json_array_get(curve, 4));
}

/* A function of one property at one zoom. Without a default an evaluation that fails gives the property's own. */
static json_t *of_property(const json_t *function, const json_t *stops, const mintu_legacy_property *property)
{
    const char *type = json_string_value(json_object_get(function, "type"));
    const json_t *given = json_object_get(function, "default");
    const json_t *otherwise = given ? given : property->fallback;
    if (type && strcmp(type, "categorical") == 0)
        return otherwise ? categories(function, stops, otherwise) : NULL;
    bool step = type ? strcmp(type, "exponential") != 0 : !property->interpolated;
    json_t *result = curve(function, property, step, json_pack("[so]", "number", get(function)), stops);
    if (!step && result)
        complete_curve(result);
    if (!given || !result)
        return result;
    return json_pack("[s[s[so]s]oo]", "case", "==", "typeof", get(function), "number", result, constant(given));
}

/* True of values between which a running map goes evenly, whatever the property allows of expressions. */
static bool is_even(const mintu_legacy_property *property)
{
    mintu_kind kind = property->type ? property->type->kind : MINTU_KIND_NUMBER;
    return kind == MINTU_KIND_NUMBER || kind == MINTU_KIND_COLOR || kind == MINTU_KIND_ARRAY ||
           (kind >= MINTU_KIND_PADDING && kind <= MINTU_KIND_PROJECTION);
}

/* Stops whose inputs are {"zoom": …, "value": …}: a function of the property at each zoom, even and in RGB, and a curve with the base
 * over these. */
static json_t *of_zoom_and_property(const json_t *function, const json_t *stops, const mintu_legacy_property *property)
{
    const char *type = json_string_value(json_object_get(function, "type"));
    bool step = !is_even(property);
    if (!step && (!property->interpolated || (type && strcmp(type, "exponential") != 0)))
        return NULL;
    json_t *input = json_pack("[s]", "zoom"), *inner = json_copy((json_t *)function);
    json_t *result = step ? json_pack("[so]", "step", input) : json_pack("[soo]", "interpolate", shape(function), input);
    json_object_del(inner, "base");
    json_object_del(inner, "colorSpace");
    for (size_t i = 0; result && i < json_array_size(stops);) {
        const json_t *zoom = json_object_get(json_array_get(json_array_get(stops, i), 0), "zoom");
        json_t *own = json_array();
        for (; i < json_array_size(stops); i++) {
            const json_t *stop = json_array_get(stops, i), *at = json_array_get(stop, 0);
            if (!json_equal(json_object_get(at, "zoom"), zoom))
                break;
            json_array_append_new(own, json_pack("[OO]", json_object_get(at, "value"), json_array_get(stop, 1)));
        }
        json_t *value = json_array_size(own) ? of_property(inner, own, property) : NULL;
        json_decref(own);
        if (value && zoom) {
            add_stop(result, zoom, value, step);
            continue;
        }
        json_decref(value);
        json_decref(result);
        result = NULL;
    }
    json_decref(inner);
    if (step && result)
        complete_step(result);
    return result;
}

/* ["case", the property is of a type, value, otherwise]. */
static json_t *typed(const json_t *function, const char *type, json_t *value, const json_t *otherwise)
{
    return json_pack("[s[s[so]s]oo]", "case", "==", "typeof", get(function), type, value, constant(otherwise));
}

/* One of the words, else the default. */
static json_t *word(const json_t *function, const mintu_legacy_property *property, const json_t *otherwise)
{
    json_t *values = json_array();
    for (size_t i = 0; property->values && property->values[i]; i++)
        json_array_append_new(values, json_string(property->values[i]));
    if (json_array_size(values) && otherwise)
        return json_pack("[soooO]", "match", get(function), values, get(function), otherwise);
    json_decref(values);
    return otherwise ? json_pack("[soO]", "string", get(function), otherwise) : get(function);
}

static json_t *identity(const json_t *function, const mintu_legacy_property *property)
{
    const json_t *given = json_object_get(function, "default");
    char name[MINTU_TYPE_TEXT_SIZE];
    if (!property->type)
        return given ? json_pack("[soo]", "coalesce", get(function), constant(given)) : get(function);
    if (property->enumerated)
        return word(function, property, given ? given : property->fallback);
    switch (property->type->kind) {
    case MINTU_KIND_COLOR:
        if (given)
            return typed(function, "string", json_pack("[soO]", "to-color", get(function), given), given);
        return json_pack("[s[so]]", "to-color", "string", get(function));
    case MINTU_KIND_NUMBER:
    case MINTU_KIND_BOOLEAN:
    case MINTU_KIND_STRING:
        mintu_type_text(property->type, name);
        return given ? json_pack("[soO]", name, get(function), given) : json_pack("[so]", name, get(function));
    case MINTU_KIND_FORMATTED:
        return given ? json_pack("[s[so][so]o]", "case", "has", json_incref(json_object_get(function, "property")), "to-string",
                                 get(function), constant(given))
                     : json_pack("[so]", "to-string", get(function));
    case MINTU_KIND_PADDING:
    case MINTU_KIND_NUMBERS:
        return given ? NULL : get(function);
    default:
        return NULL;
    }
}

/* True when a value is a text with {tokens}, which an expression does not have. */
static bool has_tokens(const json_t *stops)
{
    for (size_t i = 0; i < json_array_size(stops); i++) {
        const char *text = json_string_value(json_array_get(json_array_get(stops, i), 1));
        if (text && strchr(text, '{'))
            return true;
    }
    return false;
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
    if (!are_stops(stops) || has_tokens(stops))
        return NULL;
    if (json_is_object(json_array_get(json_array_get(stops, 0), 0)))
        return named ? of_zoom_and_property(function, stops, property) : NULL;
    if (named)
        return of_property(function, stops, property);
    bool step = type ? strcmp(type, "interval") == 0 : !property->interpolated;
    return curve(function, property, step, json_pack("[s]", "zoom"), stops);
}
