/* What styles wrote before there were expressions, said as expressions: for messages only. */
#include "style/parser.h"

#include <string.h>

static bool is_comparison(const char *name)
{
    static const char *const names[] = {"==", "!=", "<", ">", "<=", ">="};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(names[i], name) == 0)
            return true;
    return false;
}

bool mintu_legacy_is_filter(const json_t *filter)
{
    const char *name = json_string_value(json_array_get(filter, 0));
    const json_t *first = json_array_get(filter, 1), *second = json_array_get(filter, 2);
    const char *key = json_string_value(first);
    if (!name)
        return false;
    if (strcmp(name, "has") == 0)
        return key && (strcmp(key, "$id") == 0 || strcmp(key, "$type") == 0);
    if (strcmp(name, "in") == 0)
        return key && !json_is_array(second);
    if (strcmp(name, "!in") == 0 || strcmp(name, "!has") == 0 || strcmp(name, "none") == 0)
        return true;
    if (is_comparison(name))
        return json_array_size(filter) == 3 && key && !json_is_array(second);
    if (strcmp(name, "all") == 0 || strcmp(name, "any") == 0)
        for (size_t i = 1; i < json_array_size(filter); i++)
            if (mintu_legacy_is_filter(json_array_get(filter, i)))
                return true;
    return false;
}

static json_t *key_expression(const char *key)
{
    if (strcmp(key, "$type") == 0)
        return json_pack("[s]", "geometry-type");
    if (strcmp(key, "$id") == 0)
        return json_pack("[s]", "id");
    return json_pack("[ss]", "get", key);
}

static json_t *negation(json_t *expression)
{
    return expression ? json_pack("[so]", "!", expression) : NULL;
}

static json_t *membership(const json_t *filter, const char *key)
{
    json_t *values = json_array();
    for (size_t i = 2; i < json_array_size(filter); i++)
        json_array_append(values, json_array_get(filter, i));
    return json_pack("[so[so]]", "in", key_expression(key), "literal", values);
}

static json_t *combination(const json_t *filter, const char *name)
{
    json_t *result = json_pack("[s]", name);
    for (size_t i = 1; result && i < json_array_size(filter); i++)
        if (json_array_append_new(result, mintu_legacy_filter(json_array_get(filter, i))) != 0) {
            json_decref(result);
            return NULL;
        }
    return result;
}

json_t *mintu_legacy_filter(const json_t *filter)
{
    const char *name = json_string_value(json_array_get(filter, 0)), *key = json_string_value(json_array_get(filter, 1));
    if (!name || !mintu_legacy_is_filter(filter))
        return json_deep_copy(filter);
    if (strcmp(name, "all") == 0 || strcmp(name, "any") == 0)
        return combination(filter, name);
    if (strcmp(name, "none") == 0)
        return negation(combination(filter, "any"));
    if (!key)
        return NULL;
    if (strcmp(name, "in") == 0 || strcmp(name, "!in") == 0)
        return name[0] == '!' ? negation(membership(filter, key)) : membership(filter, key);
    if (strcmp(name, "has") == 0)
        return json_pack("[son]", "!=", key_expression(key));
    if (strcmp(name, "!has") == 0)
        return negation(json_pack("[ss]", "has", key));
    return json_pack("[soO]", name, key_expression(key), json_array_get(filter, 2));
}

/* A value as an expression: arrays become literals. A new reference. */
static json_t *constant(const json_t *value)
{
    return json_is_array(value) ? json_pack("[sO]", "literal", value) : json_incref((json_t *)value);
}

/* ["match", input, label, value, …, default], or ["case", test, value, …, default] for labels that are booleans. */
static json_t *categories(json_t *input, const json_t *stops, const json_t *otherwise)
{
    bool tests = json_is_boolean(json_array_get(json_array_get(stops, 0), 0));
    json_t *result = tests ? json_pack("[s]", "case") : json_pack("[sO]", "match", input);
    for (size_t i = 0; i < json_array_size(stops); i++) {
        json_t *label = json_array_get(json_array_get(stops, i), 0);
        json_array_append_new(result, tests ? json_pack("[sOO]", "==", input, label) : json_incref(label));
        json_array_append_new(result, constant(json_array_get(json_array_get(stops, i), 1)));
    }
    json_array_append_new(result, constant(otherwise));
    json_decref(input);
    return result;
}

/* ["step", input, value, label, value, …] or ["interpolate", shape, input, label, value, …]. */
static json_t *ramp(json_t *input, const json_t *stops, const json_t *base, bool interpolated)
{
    json_t *shape = base ? json_pack("[sO]", "exponential", base) : json_pack("[s]", "linear");
    json_t *result = interpolated ? json_pack("[soo]", "interpolate", shape, input) : json_pack("[so]", "step", input);
    if (!interpolated)
        json_decref(shape);
    for (size_t i = 0; i < json_array_size(stops); i++) {
        const json_t *stop = json_array_get(stops, i);
        if (interpolated || i > 0)
            json_array_append(result, json_array_get(stop, 0));
        json_array_append_new(result, constant(json_array_get(stop, 1)));
    }
    return result;
}

json_t *mintu_legacy_function(const json_t *function, bool interpolated, const json_t *fallback)
{
    const char *property = json_string_value(json_object_get(function, "property"));
    const char *type = json_string_value(json_object_get(function, "type"));
    const json_t *stops = json_object_get(function, "stops");
    if (type && strcmp(type, "identity") == 0)
        return property ? json_pack("[ss]", "get", property) : NULL;
    bool plain = json_array_size(stops) > 0;
    for (size_t i = 0; plain && i < json_array_size(stops); i++)
        plain = json_array_size(json_array_get(stops, i)) == 2 && !json_is_object(json_array_get(json_array_get(stops, i), 0));
    if (!plain)
        return NULL;
    const json_t *otherwise = json_object_get(function, "default") ? json_object_get(function, "default") : fallback;
    bool categorical = type && strcmp(type, "categorical") == 0;
    if (categorical && !otherwise)
        return NULL;
    json_t *input = property ? json_pack("[ss]", "get", property) : json_pack("[s]", "zoom");
    if (categorical)
        return categories(input, stops, otherwise);
    if (type)
        interpolated = strcmp(type, "exponential") == 0;
    return ramp(input, stops, json_object_get(function, "base"), interpolated);
}

json_t *mintu_legacy_tokens(const char *text)
{
    json_t *parts = json_pack("[s]", "concat");
    size_t tokens = 0;
    while (parts && *text) {
        size_t plain = strcspn(text, "{");
        const char *close = text[plain] ? strchr(text + plain, '}') : NULL;
        if (!close)
            plain = strlen(text);
        if (plain)
            json_array_append_new(parts, json_stringn(text, plain));
        text += plain;
        if (close) {
            json_array_append_new(parts, json_pack("[ss%]", "get", text + 1, (size_t)(close - text - 1)));
            text = close + 1;
            tokens++;
        }
    }
    json_t *only = tokens == 1 && json_array_size(parts) == 2 ? json_incref(json_array_get(parts, 1)) : NULL;
    if (!tokens || only) {
        json_decref(parts);
        return only;
    }
    return parts;
}
