/* What styles wrote before there were expressions, said as expressions: for messages only. */
#include "expression/legacy.h"

#include "base/message.h"
#include "expression/parser_error.h"

#include <stdlib.h>
#include <string.h>

bool mintu_legacy_refuse(mintu_parser *parser, const char *what, json_t *today)
{
    char *text = today ? json_dumps(today, JSON_COMPACT | JSON_ENCODE_ANY | JSON_REAL_PRECISION(12)) : NULL;
    mintu_parser_note(parser, MINTU_STATUS_UNSUPPORTED, NULL, "%s is not supported; write the expression %s",
                      mintu_message(what), text ? text : mintu_message("that says the same"));
    free(text);
    json_decref(today);
    return false;
}

static bool is_comparison(const char *name)
{
    static const char *const names[] = {"==", "!=", "<", ">", "<=", ">=", NULL};
    return mintu_text_listed(name, names);
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

/* A property that a filter compares with a value of a type: a filter of the time before was false for any other type. */
static json_t *type_test(const json_t *filter)
{
    const char *name = json_string_value(json_array_get(filter, 0)), *key = json_string_value(json_array_get(filter, 1));
    const json_t *value = json_array_get(filter, 2);
    if (!name || !key || !is_comparison(name) || strcmp(key, "$type") == 0 || json_is_null(value))
        return NULL;
    return json_pack("[s[so]s]", "==", "typeof", key_expression(key), mintu_json_type_text(value));
}

/* Gathers the tests of a term and, through "all", of its parts. */
static void gather_type_tests(const json_t *filter, json_t *tests)
{
    const char *name = json_string_value(json_array_get(filter, 0));
    json_t *test = mintu_legacy_is_filter(filter) ? type_test(filter) : NULL;
    if (test)
        json_array_append_new(tests, test);
    for (size_t i = 1; name && strcmp(name, "all") == 0 && i < json_array_size(filter); i++)
        gather_type_tests(json_array_get(filter, i), tests);
}

/* An error in one term of "any" would make the whole false, so each term is asked for its types first. */
static json_t *guarded(const json_t *filter)
{
    json_t *tests = json_pack("[s]", "all"), *term = mintu_legacy_filter(filter);
    gather_type_tests(filter, tests);
    size_t count = json_array_size(tests) - 1;
    if (!term || count == 0) {
        json_decref(tests);
        return term;
    }
    json_t *test = count == 1 ? json_incref(json_array_get(tests, 1)) : json_incref(tests);
    json_decref(tests);
    return json_pack("[soob]", "case", test, term, 0);
}

static json_t *combination(const json_t *filter, const char *name)
{
    json_t *result = json_pack("[s]", name);
    for (size_t i = 1; result && i < json_array_size(filter); i++) {
        const json_t *part = json_array_get(filter, i);
        if (json_array_append_new(result, name[1] == 'n' ? guarded(part) : mintu_legacy_filter(part)) != 0) {
            json_decref(result);
            return NULL;
        }
    }
    return result;
}

/* A property that is missing was not null. */
static json_t *comparison(const char *name, const char *key, const json_t *value)
{
    bool property = key[0] != '$' && json_is_null(value);
    if (property && strcmp(name, "==") == 0)
        return json_pack("[s[ss][son]]", "all", "has", key, "==", key_expression(key));
    if (property && strcmp(name, "!=") == 0)
        return json_pack("[s[s[ss]][son]]", "any", "!", "has", key, "!=", key_expression(key));
    return json_pack("[soO]", name, key_expression(key), value);
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
    return comparison(name, key, json_array_get(filter, 2));
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
