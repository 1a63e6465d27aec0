/* Types: literal semiliteral typeof, the assertions string number boolean array object, and the conversions to-…. */
#include "expression/operator_type.h"

#include "expression/color.h"
#include "expression/operator_group.h"
#include "expression/parser_error.h"
#include "expression/value_type.h"
#include "format/number.h"

#include <math.h>
#include <string.h>

static mintu_node *parse_literal(mintu_parser *parser, const json_t *array, const mintu_operator *operator)
{
    (void)operator;
    mintu_value value;
    if (json_array_size(array) != 2)
        return mintu_parser_fail(parser, "'literal' expression requires exactly one argument, but found %zu instead.",
                                 json_array_size(array) - 1);
    if (!mintu_value_from_json(parser->pool, json_array_get(array, 1), &value))
        return mintu_parser_fail_memory(parser);
    const mintu_type *type = mintu_value_type(parser->pool, &value), *expected = parser->expected;
    if (!type)
        return mintu_parser_fail_memory(parser);
    bool empty = type->kind == MINTU_KIND_ARRAY && type->length == 0;
    if (empty && expected && expected->kind == MINTU_KIND_ARRAY && expected->length <= 0)
        type = expected;
    return mintu_parser_literal(parser, type, value);
}

static bool evaluate_items(const mintu_node *node, mintu_evaluation *evaluation, mintu_value *out)
{
    mintu_value *items = mintu_evaluation_take(evaluation, (node->count + 1) * sizeof *items);
    for (size_t i = 0; items && i < node->count; i++)
        if (!mintu_node_argument(node, i, evaluation, &items[i]))
            return false;
    *out = (mintu_value){.kind = MINTU_KIND_ARRAY, .array = {items, node->count}};
    return items != NULL;
}

/* ["semiliteral", [a, b, …]]: an array whose items are expressions. */
static mintu_node *parse_semiliteral(mintu_parser *parser, const json_t *array, const mintu_operator *operator)
{
    const json_t *items = json_array_get(array, 1);
    if (json_array_size(array) != 2)
        return mintu_parser_fail(parser, "'semiliteral' expression requires exactly one argument, but found %zu instead.",
                                 json_array_size(array) - 1);
    if (!json_is_array(items))
        return parse_literal(parser, array, operator);
    const mintu_path step = {parser->path, NULL, 1};
    const mintu_type *item = NULL;
    mintu_type *type = mintu_parser_take(parser, sizeof *type);
    mintu_node *node = type ? mintu_parser_node(parser, evaluate_items, type, json_array_size(items)) : NULL;
    parser->path = &step;
    for (size_t i = 0; node && i < node->count; i++) {
        node->arguments[i] = mintu_parser_argument(parser, items, i, NULL);
        if (!node->arguments[i]) {
            node = NULL;
            break;
        }
        item = !item || item == node->arguments[i]->type ? node->arguments[i]->type : &MINTU_TYPE_VALUE;
    }
    parser->path = step.up;
    if (node)
        *type = (mintu_type){MINTU_KIND_ARRAY, item ? item : &MINTU_TYPE_VALUE, (long)node->count};
    return node;
}

static bool evaluate_typeof(const mintu_node *node, mintu_evaluation *evaluation, mintu_value *out)
{
    if (!mintu_node_argument(node, 0, evaluation, out))
        return false;
    *out = mintu_value_text(mintu_evaluation_show_type(evaluation, out));
    return true;
}

static bool evaluate_assertion(const mintu_node *node, mintu_evaluation *evaluation, mintu_value *out)
{
    char wanted[MINTU_TYPE_TEXT_SIZE];
    for (size_t i = 0; i < node->count; i++) {
        if (!mintu_node_argument(node, i, evaluation, out))
            return false;
        if (node->type->kind != MINTU_KIND_ARRAY && node->type->kind == out->kind)
            return true;
        const mintu_type *type = mintu_value_type(evaluation->pool, out);
        if (!type)
            return mintu_evaluation_fail_memory(evaluation);
        if (mintu_type_accepts(node->type, type))
            return true;
    }
    return mintu_evaluation_fail(evaluation, "Expected value to be of type %s, but found %s instead.",
                                 mintu_type_text(node->type, wanted), mintu_evaluation_show_type(evaluation, out));
}

mintu_node *mintu_parser_assertion(mintu_parser *parser, const mintu_type *type, mintu_node *node)
{
    mintu_node *assertion = mintu_parser_node(parser, evaluate_assertion, type, 1);
    if (assertion) {
        assertion->arguments[0] = node;
        assertion->flags = node->flags;
    }
    return assertion;
}

/* The rest of the arguments, from item @p first of the array, are tried one after the other. */
static mintu_node *parse_attempts(mintu_parser *parser, const json_t *array, size_t first, mintu_node_fn *evaluate,
                                  const mintu_type *type)
{
    mintu_node *node = mintu_parser_node(parser, evaluate, type, json_array_size(array) - first);
    for (size_t i = 0; node && i < node->count; i++) {
        node->arguments[i] = mintu_parser_argument(parser, array, first + i, &MINTU_TYPE_VALUE);
        if (!node->arguments[i])
            return NULL;
    }
    return node;
}

static mintu_node *parse_assertion(mintu_parser *parser, const json_t *array, const mintu_operator *operator)
{
    if (json_array_size(array) < 2)
        return mintu_parser_fail(parser, "Expected at least one argument.");
    return parse_attempts(parser, array, 1, evaluate_assertion, operator->type);
}

/* ["array", value], ["array", item type, value], ["array", item type, length, value]. */
static mintu_node *parse_array_assertion(mintu_parser *parser, const json_t *array, const mintu_operator *operator)
{
    size_t size = json_array_size(array);
    if (size <= 2)
        return parse_assertion(parser, array, operator);
    mintu_type *type = mintu_parser_take(parser, sizeof *type);
    const char *item = json_string_value(json_array_get(array, 1));
    if (!type)
        return NULL;
    *type = (mintu_type){MINTU_KIND_ARRAY, item ? mintu_type_parse(parser->pool, item) : NULL, -1};
    if (!item || (strcmp(item, "string") != 0 && strcmp(item, "number") != 0 && strcmp(item, "boolean") != 0))
        return mintu_parser_fail_at(parser, 1, "The item type argument of \"array\" must be one of string, number, boolean");
    const json_t *length = size > 3 ? json_array_get(array, 2) : NULL;
    if (length && !json_is_null(length)) {
        double number = json_is_number(length) ? json_number_value(length) : -1;
        if (number < 0 || number > 1e9 || number != floor(number))
            return mintu_parser_fail_at(parser, 2, "The length argument to \"array\" must be a positive integer literal");
        type->length = (long)number;
    }
    return parse_attempts(parser, array, length ? 3 : 2, evaluate_assertion, type);
}

static bool truth(const mintu_value *value)
{
    switch (value->kind) {
    case MINTU_KIND_NULL:
        return false;
    case MINTU_KIND_BOOLEAN:
        return value->boolean;
    case MINTU_KIND_NUMBER:
        return value->number != 0 && !isnan(value->number);
    case MINTU_KIND_STRING:
        return value->text[0] != '\0';
    default:
        return true;
    }
}

/* Number(value) of ECMAScript; false for NaN. */
static bool to_number(const mintu_value *value, double *number)
{
    switch (value->kind) {
    case MINTU_KIND_NULL:
        *number = 0;
        return true;
    case MINTU_KIND_BOOLEAN:
        *number = value->boolean;
        return true;
    case MINTU_KIND_NUMBER:
        *number = value->number;
        return !isnan(value->number);
    case MINTU_KIND_STRING:
        return mintu_number_scan(value->text, number);
    case MINTU_KIND_ARRAY:
        *number = 0;
        return value->array.count == 0 || (value->array.count == 1 && to_number(value->array.items, number));
    default:
        return false;
    }
}

static bool color_from_array(mintu_evaluation *evaluation, const mintu_value *value, mintu_color *out)
{
    double parts[4] = {0, 0, 0, 1};
    bool fits = value->array.count == 3 || value->array.count == 4;
    for (size_t i = 0; fits && i < value->array.count; i++) {
        const mintu_value *part = &value->array.items[i];
        fits = part->kind == MINTU_KIND_NUMBER && part->number >= 0 && part->number <= (i < 3 ? 255 : 1);
        parts[i] = part->number;
    }
    if (!fits)
        return mintu_evaluation_fail(evaluation,
                                     "Invalid rgba value %s: expected an array of three numbers between 0 and 255 and, "
                                     "if wanted, an alpha between 0 and 1.",
                                     mintu_evaluation_show(evaluation, value));
    *out = (mintu_color){parts[0] / 255, parts[1] / 255, parts[2] / 255, parts[3]};
    return true;
}

static bool to_color(mintu_evaluation *evaluation, mintu_value *value)
{
    mintu_color color;
    if (value->kind == MINTU_KIND_COLOR)
        return true;
    if (value->kind == MINTU_KIND_ARRAY) {
        if (!color_from_array(evaluation, value, &color))
            return false;
    } else if (value->kind != MINTU_KIND_STRING || !mintu_color_parse(value->text, &color)) {
        return mintu_evaluation_fail(evaluation, "Could not parse color from value '%s'",
                                     mintu_evaluation_show(evaluation, value));
    }
    *value = (mintu_value){.kind = MINTU_KIND_COLOR, .color = color};
    return true;
}

static bool to_formatted(mintu_evaluation *evaluation, const char *text, mintu_value *out)
{
    mintu_formatted *formatted = mintu_evaluation_take(evaluation, sizeof *formatted + sizeof formatted->sections[0]);
    if (!formatted)
        return false;
    formatted->count = 1;
    formatted->sections[0] = (mintu_section){.text = text, .scale = (double)NAN};
    *out = (mintu_value){.kind = MINTU_KIND_FORMATTED, .formatted = formatted};
    return true;
}

static bool to_text(mintu_evaluation *evaluation, mintu_kind kind, mintu_value *value)
{
    if (value->kind == kind)
        return true;
    const char *text = mintu_value_to_text(evaluation->pool, value);
    if (!text)
        return mintu_evaluation_fail_memory(evaluation);
    if (kind == MINTU_KIND_FORMATTED)
        return to_formatted(evaluation, text, value);
    *value = (mintu_value){.kind = kind, .text = text};
    return true;
}

/* One attempt; false leaves the message. */
static bool convert(mintu_evaluation *evaluation, mintu_kind kind, mintu_value *value)
{
    double number = 0;
    switch (kind) {
    case MINTU_KIND_BOOLEAN:
        *value = mintu_value_boolean(truth(value));
        return true;
    case MINTU_KIND_COLOR:
        return to_color(evaluation, value);
    case MINTU_KIND_NUMBER:
        if (!to_number(value, &number))
            return mintu_evaluation_fail(evaluation, "Could not convert %s to number.",
                                         mintu_evaluation_show(evaluation, value));
        *value = mintu_value_number(number);
        return true;
    default:
        return to_text(evaluation, kind, value);
    }
}

static bool evaluate_coercion(const mintu_node *node, mintu_evaluation *evaluation, mintu_value *out)
{
    for (size_t i = 0; i < node->count; i++) {
        if (!mintu_node_argument(node, i, evaluation, out))
            return false;
        if (convert(evaluation, node->type->kind, out))
            return true;
    }
    return false;
}

mintu_node *mintu_parser_coercion(mintu_parser *parser, const mintu_type *type, mintu_node *node)
{
    bool known = type->kind != MINTU_KIND_ARRAY && type->kind != MINTU_KIND_OBJECT;
    if (!known)
        return mintu_parser_assertion(parser, type, node);
    mintu_node *coercion = mintu_parser_node(parser, evaluate_coercion, type, 1);
    if (coercion) {
        coercion->arguments[0] = node;
        coercion->flags = node->flags;
    }
    return coercion;
}

static mintu_node *parse_coercion(mintu_parser *parser, const json_t *array, const mintu_operator *operator)
{
    size_t size = json_array_size(array);
    if (size < 2)
        return mintu_parser_fail(parser, "Expected at least one argument.");
    if (size != 2 && operator->most == 1)
        return mintu_parser_fail(parser, "Expected one argument.");
    return parse_attempts(parser, array, 1, evaluate_coercion, operator->type);
}

#define ASSERTION(name, type)                                                                                                  \
    {                                                                                                                          \
        name, parse_assertion, NULL, type, 0, -1, {NULL}, 0, 0                                                                 \
    }
#define COERCION(name, type, most)                                                                                             \
    {                                                                                                                          \
        name, parse_coercion, NULL, type, 0, most, {NULL}, 0, 0                                                                \
    }

const mintu_operator MINTU_OPERATORS_TYPE[] = {
    {"literal", parse_literal, NULL, NULL, 0, 0, {NULL}, 0, 0},
    {"semiliteral", parse_semiliteral, NULL, NULL, 0, 0, {NULL}, 0, 0},
    {"typeof", NULL, evaluate_typeof, &MINTU_TYPE_STRING, 1, 1, {&MINTU_TYPE_VALUE}, 0, 0},
    {"array", parse_array_assertion, NULL, &MINTU_TYPE_ARRAY, 0, 0, {NULL}, 0, 0},
    ASSERTION("string", &MINTU_TYPE_STRING),
    ASSERTION("number", &MINTU_TYPE_NUMBER),
    ASSERTION("boolean", &MINTU_TYPE_BOOLEAN),
    ASSERTION("object", &MINTU_TYPE_OBJECT),
    COERCION("to-string", &MINTU_TYPE_STRING, 1),
    COERCION("to-boolean", &MINTU_TYPE_BOOLEAN, 1),
    COERCION("to-number", &MINTU_TYPE_NUMBER, -1),
    COERCION("to-color", &MINTU_TYPE_COLOR, -1),
    {0},
};
