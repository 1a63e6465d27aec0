/* Types: literal semiliteral typeof, the assertions string number boolean array object, and the conversions to-…. */
#include "expression/conversion.h"
#include "expression/expression_parser.h"
#include "expression/operator_group.h"
#include "expression/parser_error.h"
#include "expression/parser_node.h"

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
    return parse_attempts(parser, array, 1, mintu_evaluate_assertion, operator->type);
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
    return parse_attempts(parser, array, length ? 3 : 2, mintu_evaluate_assertion, type);
}

static mintu_node *parse_coercion(mintu_parser *parser, const json_t *array, const mintu_operator *operator)
{
    size_t size = json_array_size(array);
    if (size < 2)
        return mintu_parser_fail(parser, "Expected at least one argument.");
    if (size != 2 && operator->most == 1)
        return mintu_parser_fail(parser, "Expected one argument.");
    return parse_attempts(parser, array, 1, mintu_evaluate_coercion, operator->type);
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
