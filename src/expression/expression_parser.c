#include "expression/expression_parser.h"

#include "base/message.h"
#include "expression/conversion.h"
#include "expression/operator.h"

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
    bool number = actual->kind == MINTU_KIND_NUMBER, text = actual->kind == MINTU_KIND_STRING,
         array = actual->kind == MINTU_KIND_ARRAY, open = actual->kind == MINTU_KIND_VALUE;
    switch (expected->kind) {
    case MINTU_KIND_COLOR:
    case MINTU_KIND_FORMATTED:
    case MINTU_KIND_IMAGE:
        return open || text;
    case MINTU_KIND_PADDING:
    case MINTU_KIND_NUMBERS:
        return open || number || array;
    case MINTU_KIND_COLORS:
    case MINTU_KIND_PROJECTION:
        return open || text || array;
    default:
        return expected->kind == MINTU_KIND_ANCHORED && (open || array);
    }
}

/* Wraps the node so that it gives the expected type, or fails. */
static mintu_node *annotate(mintu_parser *parser, mintu_node *node, const mintu_type *expected, mintu_annotation annotation)
{
    bool asserted = is_asserted(expected, node->type);
    if (asserted || is_coerced(expected, node->type)) {
        if (annotation == MINTU_ANNOTATION_OMIT)
            return node;
        return mintu_parser_wrap(parser, node, expected, !asserted || annotation != MINTU_ANNOTATION_USUAL);
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

mintu_node *mintu_parser_signature(mintu_parser *parser, const json_t *array, const mintu_operator *operation)
{
    size_t count = json_array_size(array) - 1;
    mintu_node *node = mintu_parser_check_number(parser, array, operation) ? mintu_parser_node(parser, operation, count) : NULL;
    for (size_t i = 0; node && i < count; i++)
        if (!mintu_parser_argument(parser, array, i + 1, operation->parameters[operation->most < 0 ? 0 : i],
                                   &node->arguments[i]))
            return NULL;
    return node;
}

static mintu_node *unknown_operator(mintu_parser *parser, const char *name)
{
    const char *refusal = mintu_operator_refusal(name);
    if (refusal) {
        mintu_parser_note(parser, MINTU_STATUS_UNSUPPORTED, NULL, "The expression \"%s\" is not supported: %s.", name,
                          mintu_message(refusal));
        return NULL;
    }
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
    const mintu_operator *operation = mintu_operator_find(json_string_value(head));
    if (!operation && parser->validity)
        operation = mintu_operator_running(json_string_value(head));
    if (!operation)
        return unknown_operator(parser, json_string_value(head));
    return fold(parser, (operation->parse ? operation->parse : mintu_parser_signature)(parser, json, operation));
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

bool mintu_parser_argument(mintu_parser *parser, const json_t *array, size_t index, const mintu_type *expected,
                           mintu_node **out)
{
    const mintu_path step = {parser->path, NULL, index};
    parser->path = &step;
    *out = mintu_parser_expression(parser, json_array_get(array, index), expected, MINTU_ANNOTATION_USUAL);
    parser->path = step.up;
    return *out != NULL;
}

bool mintu_parser_options(mintu_parser *parser, const json_t *array, size_t index, const mintu_option *options,
                          mintu_node **out)
{
    const mintu_path outer = {parser->path, NULL, index};
    for (; options->name; options++, out++) {
        const mintu_path step = {&outer, options->name, 0};
        const json_t *value = json_object_get(json_array_get(array, index), options->name);
        if (!value)
            continue;
        parser->path = &step;
        *out = mintu_parser_expression(parser, value, options->type, MINTU_ANNOTATION_USUAL);
        parser->path = outer.up;
        if (!*out)
            return false;
    }
    return true;
}
