/* Decisions and variables: case coalesce let var all any ! error. */
#include "expression/operator_control.h"

#include "expression/expression_parser.h"
#include "expression/operator_group.h"
#include "expression/parser_error.h"
#include "expression/parser_node.h"
#include "expression/value_type.h"

#include <string.h>

static const mintu_type *known_type(const mintu_type *expected)
{
    return expected && expected->kind != MINTU_KIND_VALUE ? expected : NULL;
}

static bool choose_case(const mintu_node *node, mintu_evaluation *evaluation, size_t *out)
{
    mintu_value test;
    for (*out = 1; *out < node->count; *out += 2) {
        if (!mintu_node_argument(node, *out - 1, evaluation, &test))
            return false;
        if (test.boolean)
            return true;
    }
    *out = node->count - 1;
    return true;
}

static mintu_node *parse_case(mintu_parser *parser, const json_t *array, const mintu_operator *operator)
{
    size_t size = json_array_size(array);
    if (size < 4)
        return mintu_parser_fail(parser, "Expected at least 3 arguments, but found only %zu.", size - 1);
    if (size % 2 != 0)
        return mintu_parser_fail(parser, "Expected an odd number of arguments.");
    const mintu_type *type = known_type(parser->expected);
    mintu_node *node = mintu_parser_node(parser, operator->evaluate, type, size - 1);
    for (size_t i = 0; node && i < size - 1; i++) {
        bool test = i % 2 == 0 && i + 1 < size - 1;
        node->arguments[i] = mintu_parser_argument(parser, array, i + 1, test ? &MINTU_TYPE_BOOLEAN : type);
        if (!node->arguments[i])
            return NULL;
        if (!test && !type)
            type = node->arguments[i]->type;
    }
    if (node) {
        node->type = type;
        node->choose = choose_case;
    }
    return node;
}

static bool evaluate_coalesce(const mintu_node *node, mintu_evaluation *evaluation, mintu_value *out)
{
    for (size_t i = 0; i < node->count; i++) {
        if (!mintu_node_argument(node, i, evaluation, out))
            return false;
        if (out->kind != MINTU_KIND_NULL)
            return true;
    }
    return true;
}

/* Arguments get no assertion of their own, which would stop at the first null; the whole gets it instead. */
static mintu_node *parse_coalesce(mintu_parser *parser, const json_t *array, const mintu_operator *operator)
{
    size_t count = json_array_size(array) - 1;
    const mintu_type *expected = parser->expected, *type = known_type(expected);
    if (count < 1)
        return mintu_parser_fail(parser, "Expected at least one argument.");
    mintu_node *node = mintu_parser_node(parser, operator->evaluate, type, count);
    bool open = false;
    for (size_t i = 0; node && i < count; i++) {
        const mintu_path step = {parser->path, NULL, i + 1};
        parser->path = &step;
        node->arguments[i] = mintu_parser_expression(parser, json_array_get(array, i + 1), type, MINTU_ANNOTATION_OMIT);
        parser->path = step.up;
        if (!node->arguments[i])
            return NULL;
        type = type ? type : node->arguments[i]->type;
        open = open || (expected && !mintu_type_accepts(expected, node->arguments[i]->type));
    }
    if (node) {
        node->type = open ? &MINTU_TYPE_VALUE : type;
        node->form = MINTU_FORM_COALESCE;
    }
    return node;
}

static bool evaluate_let(const mintu_node *node, mintu_evaluation *evaluation, mintu_value *out)
{
    return mintu_node_argument(node, node->count - 1, evaluation, out);
}

static bool is_name(const char *name)
{
    return name[strspn(name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_")] == '\0';
}

static bool parse_bindings(mintu_parser *parser, const json_t *array, mintu_node *node, mintu_binding *bindings)
{
    const mintu_binding *outer = parser->bindings;
    for (size_t i = 0; i + 1 < node->count; i++) {
        const char *name = json_string_value(json_array_get(array, 2 * i + 1));
        if (!name)
            mintu_parser_fail_at(parser, 2 * i + 1, "Expected string, but found %s instead.",
                                 mintu_json_type_text(json_array_get(array, 2 * i + 1)));
        else if (!is_name(name))
            mintu_parser_fail_at(parser, 2 * i + 1, "Variable names must contain only alphanumeric characters or '_'.");
        node->arguments[i] = name && is_name(name) ? mintu_parser_argument(parser, array, 2 * i + 2, NULL) : NULL;
        if (!node->arguments[i])
            return false;
        bindings[i] = (mintu_binding){i ? &bindings[i - 1] : outer, name, node->arguments[i]};
    }
    return true;
}

static mintu_node *parse_let(mintu_parser *parser, const json_t *array, const mintu_operator *operator)
{
    size_t size = json_array_size(array);
    if (size < 4)
        return mintu_parser_fail(parser, "Expected at least 3 arguments, but found %zu instead.", size - 1);
    if (size % 2 != 0)
        return mintu_parser_fail(parser, "Expected an odd number of arguments: pairs of a name and a value, and the result.");
    const mintu_type *expected = parser->expected;
    const mintu_binding *outer = parser->bindings;
    mintu_node *node = mintu_parser_node(parser, operator->evaluate, NULL, size / 2);
    mintu_binding *bindings = node ? mintu_parser_take(parser, node->count * sizeof *bindings) : NULL;
    if (!bindings || !parse_bindings(parser, array, node, bindings))
        return NULL;
    parser->bindings = &bindings[node->count - 2];
    mintu_node *result = mintu_parser_argument(parser, array, size - 1, expected);
    parser->bindings = outer;
    if (!result)
        return NULL;
    node->arguments[node->count - 1] = result;
    node->type = result->type;
    node->form = MINTU_FORM_LET;
    return node;
}

static bool evaluate_var(const mintu_node *node, mintu_evaluation *evaluation, mintu_value *out)
{
    return mintu_node_evaluate(node->detail, evaluation, out);
}

const mintu_node *mintu_var_node(const mintu_node *node)
{
    return node->detail;
}

static mintu_node *parse_var(mintu_parser *parser, const json_t *array, const mintu_operator *operator)
{
    const char *name = json_string_value(json_array_get(array, 1));
    if (json_array_size(array) != 2 || !name)
        return mintu_parser_fail(parser, "'var' expression requires exactly one string literal argument.");
    const mintu_binding *binding = parser->bindings;
    while (binding && strcmp(binding->name, name) != 0)
        binding = binding->outer;
    if (!binding)
        return mintu_parser_fail_at(parser, 1,
                                    "Unknown variable \"%s\". Make sure \"%s\" has been bound in an enclosing \"let\" "
                                    "expression before using it.",
                                    name, name);
    mintu_node *node = mintu_parser_node(parser, operator->evaluate, binding->node->type, 0);
    if (node) {
        node->detail = binding->node;
        node->flags = binding->node->flags;
    }
    return node;
}

static bool evaluate_logic(const mintu_node *node, mintu_evaluation *evaluation, mintu_value *out)
{
    bool until = node->code == 'o'; /* any stops at the first true, all at the first false */
    for (size_t i = 0; i < node->count; i++) {
        if (!mintu_node_argument(node, i, evaluation, out))
            return false;
        if (out->boolean == until)
            return true;
    }
    *out = mintu_value_boolean(!until);
    return true;
}

static bool evaluate_not(const mintu_node *node, mintu_evaluation *evaluation, mintu_value *out)
{
    if (!mintu_node_argument(node, 0, evaluation, out))
        return false;
    out->boolean = !out->boolean;
    return true;
}

static bool evaluate_error(const mintu_node *node, mintu_evaluation *evaluation, mintu_value *out)
{
    return mintu_node_argument(node, 0, evaluation, out) && mintu_evaluation_fail(evaluation, "%s", out->text);
}

#define BOOLEAN &MINTU_TYPE_BOOLEAN

const mintu_operator MINTU_OPERATORS_CONTROL[] = {
    {"case", parse_case, mintu_node_chosen, NULL, 0, 0, {NULL}, 0, 0},
    {"coalesce", parse_coalesce, evaluate_coalesce, NULL, 0, 0, {NULL}, 0, 0},
    {"let", parse_let, evaluate_let, NULL, 0, 0, {NULL}, 0, 0},
    {"var", parse_var, evaluate_var, NULL, 0, 0, {NULL}, 0, 0},
    {"all", NULL, evaluate_logic, BOOLEAN, 0, -1, {BOOLEAN}, 0, 'a'},
    {"any", NULL, evaluate_logic, BOOLEAN, 0, -1, {BOOLEAN}, 0, 'o'},
    {"!", NULL, evaluate_not, BOOLEAN, 1, 1, {BOOLEAN}, 0, 0},
    {"error", NULL, evaluate_error, &MINTU_TYPE_ERROR, 1, 1, {&MINTU_TYPE_STRING}, MINTU_NODE_UNFOLDED, 0},
    {0},
};
