#include "expression/expression_parser.h"

#include "expression/conversion.h"
#include "expression/operator.h"
#include "expression/parser_error.h"
#include "expression/parser_node.h"

enum { DEPTH_MOST = 256 };

static bool is_asserted(const mintu_type *expected, const mintu_type *actual)
{
    mintu_kind kind = expected->kind;
    return actual->kind == MINTU_KIND_VALUE &&
           (kind == MINTU_KIND_STRING || kind == MINTU_KIND_NUMBER || kind == MINTU_KIND_BOOLEAN || kind == MINTU_KIND_OBJECT ||
            kind == MINTU_KIND_ARRAY);
}

static bool is_coerced(const mintu_type *expected, const mintu_type *actual)
{
    mintu_kind kind = expected->kind;
    return (actual->kind == MINTU_KIND_VALUE || actual->kind == MINTU_KIND_STRING) &&
           (kind == MINTU_KIND_COLOR || kind == MINTU_KIND_FORMATTED || kind == MINTU_KIND_IMAGE);
}

/* Wraps the node so that it gives the expected type, or fails. */
static mintu_node *annotate(mintu_parser *parser, mintu_node *node, const mintu_type *expected, mintu_annotation annotation)
{
    bool asserted = is_asserted(expected, node->type);
    if (asserted || is_coerced(expected, node->type)) {
        if (annotation == MINTU_ANNOTATION_OMIT)
            return node;
        return asserted && annotation == MINTU_ANNOTATION_USUAL ? mintu_parser_assertion(parser, expected, node)
                                                                : mintu_parser_coercion(parser, expected, node);
    }
    char wanted[MINTU_TYPE_TEXT_SIZE], found[MINTU_TYPE_TEXT_SIZE];
    if (mintu_type_accepts(expected, node->type))
        return node;
    return mintu_parser_fail(parser, "Expected %s but found %s instead.", mintu_type_text(expected, wanted),
                             mintu_type_text(node->type, found));
}

/* Sets what the node depends on, and evaluates it now when that is nothing. */
static mintu_node *fold(mintu_parser *parser, mintu_node *node)
{
    if (!node || node->form == MINTU_FORM_LITERAL)
        return node;
    for (size_t i = 0; i < node->count; i++)
        if (node->arguments[i])
            node->flags |= node->arguments[i]->flags;
    if (node->flags || node->type->kind == MINTU_KIND_COLLATOR)
        return node;
    const mintu_feature nothing = {0};
    mintu_evaluation evaluation = {.feature = &nothing, .pool = parser->pool};
    mintu_value value;
    if (!mintu_node_evaluate(node, &evaluation, &value))
        return evaluation.memory ? mintu_parser_fail_memory(parser) : mintu_parser_fail(parser, "%s", evaluation.message);
    return mintu_parser_literal(parser, node->type, value);
}

static mintu_node *parse_signature(mintu_parser *parser, const json_t *array, const mintu_operator *operator)
{
    size_t count = json_array_size(array) - 1;
    bool any = operator->most<0;
    if (count < (size_t) operator->least ||(!any && count > (size_t) operator->most)) {
        if (operator->least == operator->most)
            return mintu_parser_fail(
                parser, "Expected %d argument%s, but found %zu instead.", operator->least, operator->least == 1 ? "" : "s",
                count);
        return mintu_parser_fail(parser, "Expected %d %s %d arguments, but found %zu instead.", operator->least,
                                 any ? "or more than" : "or", any ? operator->least : operator->most, count);
    }
    mintu_node *node = mintu_parser_node(parser, operator->evaluate, operator->type, count);
    for (size_t i = 0; node && i < count; i++) {
        const mintu_type *parameter = operator->parameters[any ? 0 : i];
        node->arguments[i] = mintu_parser_argument(parser, array, i + 1, parameter);
        if (!node->arguments[i] || !mintu_parser_check(parser, i + 1, parameter, node->arguments[i]->type))
            return NULL;
    }
    return node;
}

static mintu_node *parse_operator(mintu_parser *parser, const json_t *array, const mintu_operator *operator)
{
    mintu_node *node = (operator->parse ? operator->parse : parse_signature)(parser, array, operator);
    if (!node || node->form == MINTU_FORM_LITERAL)
        return node;
    node->code = operator->code;
    node->name = operator->name;
    node->flags |= operator->flags;
    return fold(parser, node);
}

static mintu_node *unknown_operator(mintu_parser *parser, const char *name)
{
    const char *refusal = mintu_operator_refusal(name);
    if (refusal)
        return mintu_parser_refuse(parser, "The expression \"%s\" is not supported: %s.", name, refusal);
    return mintu_parser_fail_at(parser, 0,
                                "Unknown expression \"%s\". If you wanted a literal array, use [\"literal\", [...]].", name);
}

static mintu_node *parse_array(mintu_parser *parser, const json_t *json)
{
    const json_t *head = json_array_get(json, 0);
    if (!head)
        return mintu_parser_fail(parser, "Expected an array with at least one element. If you wanted a literal array, use "
                                         "[\"literal\", []].");
    if (!json_is_string(head))
        return mintu_parser_fail_at(parser, 0,
                                    "Expression name must be a string, but found %s instead. If you wanted a literal "
                                    "array, use [\"literal\", [...]].",
                                    mintu_json_type_text(head));
    const mintu_operator *operator= mintu_operator_find(json_string_value(head));
    if (!operator)
        return unknown_operator(parser, json_string_value(head));
    return parse_operator(parser, json, operator);
}

static mintu_node *parse_scalar(mintu_parser *parser, const json_t *json)
{
    mintu_value value;
    if (!mintu_value_from_json(parser->pool, json, &value))
        return mintu_parser_fail_memory(parser);
    return mintu_parser_literal(parser, mintu_type_of_kind(value.kind), value);
}

mintu_node *mintu_parser_expression(mintu_parser *parser, const json_t *json, const mintu_type *expected,
                                    mintu_annotation annotation)
{
    if (json_is_object(json))
        return mintu_parser_fail(parser, "Bare objects invalid. Use [\"literal\", {...}] instead.");
    if (parser->depth >= DEPTH_MOST)
        return mintu_parser_fail(parser,
                                 "The expression is nested deeper than %d levels; bind inner parts with \"let\" or simplify "
                                 "it.",
                                 DEPTH_MOST);
    const mintu_type *outer = parser->expected;
    parser->expected = expected;
    parser->depth++;
    mintu_node *node = json_is_array(json) ? parse_array(parser, json) : parse_scalar(parser, json);
    parser->depth--;
    parser->expected = outer;
    if (!node || !expected)
        return node;
    mintu_node *annotated = annotate(parser, node, expected, annotation);
    return annotated == node ? node : fold(parser, annotated);
}

mintu_node *mintu_parser_argument(mintu_parser *parser, const json_t *array, size_t index, const mintu_type *expected)
{
    const mintu_path step = {parser->path, NULL, index};
    parser->path = &step;
    mintu_node *node = mintu_parser_expression(parser, json_array_get(array, index), expected, MINTU_ANNOTATION_USUAL);
    parser->path = step.up;
    return node;
}

mintu_node *mintu_parser_option(mintu_parser *parser, const json_t *array, size_t index, const char *key,
                                const mintu_type *expected)
{
    const mintu_path outer = {parser->path, NULL, index}, step = {&outer, key, 0};
    const json_t *value = json_object_get(json_array_get(array, index), key);
    parser->path = &step;
    mintu_node *node = mintu_parser_expression(parser, value, expected, MINTU_ANNOTATION_USUAL);
    parser->path = outer.up;
    return node;
}
