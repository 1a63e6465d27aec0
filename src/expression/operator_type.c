/* Types: literal semiliteral typeof, the assertions string number boolean array object, and the conversions to-…. */
#include "expression/conversion.h"
#include "expression/expression_parser.h"
#include "expression/operator_group.h"

#include <math.h>
#include <string.h>

static mintu_node *parse_literal(mintu_parser *parser, const json_t *array, const mintu_operator *operation)
{
    mintu_value value;
    if (!mintu_parser_check_single(parser, array, operation))
        return NULL;
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

static bool parse_items(mintu_parser *parser, const json_t *items, mintu_node *node)
{
    const mintu_type *item = NULL;
    mintu_type *type = mintu_parser_take(parser, sizeof *type);
    for (size_t i = 0; type && i < node->count; i++) {
        if (!mintu_parser_argument(parser, items, i, NULL, &node->arguments[i]))
            return false;
        item = !item || item == node->arguments[i]->type ? node->arguments[i]->type : &MINTU_TYPE_VALUE;
    }
    if (type)
        *type = (mintu_type){MINTU_KIND_ARRAY, item ? item : &MINTU_TYPE_VALUE, (long)node->count};
    node->type = type;
    return type != NULL;
}

/* ["semiliteral", [a, b, …]]: an array whose items are expressions. */
static mintu_node *parse_semiliteral(mintu_parser *parser, const json_t *array, const mintu_operator *operation)
{
    const json_t *items = json_array_get(array, 1);
    if (json_array_size(array) != 2 || !json_is_array(items))
        return parse_literal(parser, array, operation);
    const mintu_path step = {parser->path, NULL, 1};
    mintu_node *node = mintu_parser_node(parser, operation, json_array_size(items));
    parser->path = &step;
    bool good = node && parse_items(parser, items, node);
    parser->path = step.up;
    return good ? node : NULL;
}

static bool apply_typeof(mintu_evaluation *evaluation, const mintu_value *arguments, mintu_value *out)
{
    *out = mintu_value_text(mintu_evaluation_show_type(evaluation, arguments));
    return true;
}

/* The arguments from item @p first of the array on are tried one after the other. */
static mintu_node *parse_attempts_from(mintu_parser *parser, const json_t *array, size_t first, const mintu_operator *operation)
{
    mintu_node *node = mintu_parser_node(parser, operation, json_array_size(array) - first);
    for (size_t i = 0; node && i < node->count; i++)
        if (!mintu_parser_argument(parser, array, first + i, &MINTU_TYPE_VALUE, &node->arguments[i]))
            return NULL;
    return node;
}

static mintu_node *parse_attempts(mintu_parser *parser, const json_t *array, const mintu_operator *operation)
{
    size_t size = json_array_size(array);
    if (size < 2)
        return mintu_parser_fail(parser, "Expected at least one argument.");
    if (size != 2 && operation->most == 1)
        return mintu_parser_fail(parser, "Expected one argument.");
    return parse_attempts_from(parser, array, 1, operation);
}

/* ["array", value], ["array", item type, value], ["array", item type, length, value]. */
static mintu_node *parse_array_assertion(mintu_parser *parser, const json_t *array, const mintu_operator *operation)
{
    size_t size = json_array_size(array);
    if (size <= 2)
        return parse_attempts(parser, array, operation);
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
    mintu_node *node = parse_attempts_from(parser, array, length ? 3 : 2, operation);
    if (node)
        node->type = type;
    return node;
}

#define STRING     &MINTU_TYPE_STRING
#define NUMBER     &MINTU_TYPE_NUMBER
#define BOOLEAN    &MINTU_TYPE_BOOLEAN
#define COLOR      &MINTU_TYPE_COLOR
#define ASSERTION  parse_attempts, mintu_evaluate_assertion
#define CONVERSION parse_attempts, mintu_evaluate_coercion

const mintu_operator MINTU_OPERATORS_TYPE[] = {
    {"literal", .parse = parse_literal},
    {"semiliteral", .parse = parse_semiliteral, .evaluate = evaluate_items},
    {"typeof", .apply = apply_typeof, .type = STRING, .least = 1, .most = 1, .parameters = {&MINTU_TYPE_VALUE}},
    {"array", parse_array_assertion, mintu_evaluate_assertion, .type = &MINTU_TYPE_ARRAY},
    {"string", ASSERTION, .type = STRING},
    {"number", ASSERTION, .type = NUMBER},
    {"boolean", ASSERTION, .type = BOOLEAN},
    {"object", ASSERTION, .type = &MINTU_TYPE_OBJECT},
    {"to-string", CONVERSION, .type = STRING, .most = 1},
    {"to-boolean", CONVERSION, .type = BOOLEAN, .most = 1},
    {"to-number", CONVERSION, .type = NUMBER, .most = -1},
    {"to-color", CONVERSION, .type = COLOR, .most = -1},
    {0},
};
