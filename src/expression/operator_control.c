/* Decisions and variables: case coalesce let var all any ! error. */
#include "expression/operator_control.h"

#include "expression/eval_feature.h"
#include "expression/expression_parser.h"
#include "expression/operator_group.h"

#include <string.h>

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

static mintu_node *parse_case(mintu_parser *parser, const json_t *array, const mintu_operator *operation)
{
    size_t count = json_array_size(array) - 1;
    if (!mintu_parser_check_count(parser, array, 3, false))
        return NULL;
    const mintu_type *type = mintu_parser_known_type(parser);
    mintu_node *node = mintu_parser_node(parser, operation, count);
    for (size_t i = 0; node && i < count; i++) {
        bool test = i % 2 == 0 && i + 1 < count;
        if (!mintu_parser_argument(parser, array, i + 1, test ? &MINTU_TYPE_BOOLEAN : type, &node->arguments[i]))
            return NULL;
        if (!test)
            node->type = type = type ? type : node->arguments[i]->type;
    }
    return node;
}

/* Which images exist is known when a map is drawn, or of the feature. */
static bool has_image(const mintu_evaluation *evaluation, const char *name)
{
    return evaluation->has_image ? evaluation->has_image(evaluation->images, name)
                                 : mintu_feature_has_image(evaluation->feature, name);
}

/* The first value; of images the first that exists, and where none does the first that was asked for. */
static bool evaluate_coalesce(const mintu_node *node, mintu_evaluation *evaluation, mintu_value *out)
{
    mintu_value asked = {.kind = MINTU_KIND_NULL};
    for (size_t i = 0; i < node->count; i++) {
        if (!mintu_node_argument(node, i, evaluation, out))
            return false;
        if (out->kind == MINTU_KIND_IMAGE && !has_image(evaluation, out->text))
            asked = asked.kind == MINTU_KIND_NULL ? *out : asked;
        else if (out->kind != MINTU_KIND_NULL)
            return true;
    }
    *out = asked;
    return true;
}

/* Arguments get no assertion of their own, which would stop at the first null; the whole gets it instead. */
static mintu_node *parse_coalesce(mintu_parser *parser, const json_t *array, const mintu_operator *operation)
{
    size_t count = json_array_size(array) - 1;
    const mintu_type *expected = parser->expected, *type = mintu_parser_known_type(parser);
    if (count < 1)
        return mintu_parser_fail(parser, "Expected at least one argument.");
    mintu_node *node = mintu_parser_node(parser, operation, count);
    bool open = false;
    for (size_t i = 0; node && i < count; i++) {
        const mintu_path step = {parser->path, NULL, i + 1};
        parser->path = &step;
        node->arguments[i] = mintu_parser_expression(parser, json_array_get(array, i + 1), type, MINTU_ANNOTATION_OMIT);
        parser->path = step.up;
        if (!node->arguments[i])
            return NULL;
        type = type ? type : node->arguments[i]->type;
        if (node->arguments[i]->type->kind == MINTU_KIND_IMAGE)
            node->flags |= MINTU_NODE_UNFOLDED; /* which exist is not known yet */
        open = open || (expected && !mintu_type_accepts(expected, node->arguments[i]->type));
    }
    if (node)
        node->type = open ? &MINTU_TYPE_VALUE : type;
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
        const json_t *given = json_array_get(array, 2 * i + 1);
        const char *name = json_string_value(given);
        if (!name)
            mintu_parser_fail_at(parser, 2 * i + 1, "Expected string, but found %s instead.", mintu_json_type_text(given));
        else if (!is_name(name))
            mintu_parser_fail_at(parser, 2 * i + 1, "Variable names must contain only alphanumeric characters or '_'.");
        if (parser->status != MINTU_STATUS_OK || !mintu_parser_argument(parser, array, 2 * i + 2, NULL, &node->arguments[i]))
            return false;
        bindings[i] = (mintu_binding){i ? &bindings[i - 1] : outer, name, node->arguments[i]};
    }
    return true;
}

static mintu_node *parse_let(mintu_parser *parser, const json_t *array, const mintu_operator *operation)
{
    size_t size = json_array_size(array), last = size / 2 - 1;
    if (size < 4)
        return mintu_parser_fail(parser, "Expected at least 3 arguments, but found %zu instead.", size - 1);
    if (size % 2 != 0)
        return mintu_parser_fail(parser, "Expected an odd number of arguments: pairs of a name and a value, and the result.");
    const mintu_type *expected = parser->expected;
    const mintu_binding *outer = parser->bindings;
    mintu_node *node = mintu_parser_node(parser, operation, last + 1);
    mintu_binding *bindings = node ? mintu_parser_take(parser, node->count * sizeof *bindings) : NULL;
    if (!bindings || !parse_bindings(parser, array, node, bindings))
        return NULL;
    parser->bindings = &bindings[last - 1];
    bool good = mintu_parser_argument(parser, array, size - 1, expected, &node->arguments[last]);
    parser->bindings = outer;
    if (!good)
        return NULL;
    node->type = node->arguments[last]->type;
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

static mintu_node *parse_var(mintu_parser *parser, const json_t *array, const mintu_operator *operation)
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
    mintu_node *node = mintu_parser_node(parser, operation, 0);
    if (node) {
        node->type = binding->node->type;
        node->detail = binding->node;
        node->flags = binding->node->flags;
    }
    return node;
}

static bool evaluate_logic(const mintu_node *node, mintu_evaluation *evaluation, mintu_value *out)
{
    bool until = node->operation->code; /* any stops at the first true, all at the first false */
    for (size_t i = 0; i < node->count; i++) {
        if (!mintu_node_argument(node, i, evaluation, out))
            return false;
        if (out->boolean == until)
            return true;
    }
    *out = mintu_value_boolean(!until);
    return true;
}

static bool apply_not(mintu_evaluation *evaluation, const mintu_value *arguments, mintu_value *out)
{
    (void)evaluation;
    *out = mintu_value_boolean(!arguments->boolean);
    return true;
}

static bool apply_error(mintu_evaluation *evaluation, const mintu_value *arguments, mintu_value *out)
{
    *out = *arguments;
    return mintu_evaluation_fail(evaluation, "%s", arguments->text);
}

#define BOOLEAN &MINTU_TYPE_BOOLEAN
#define STRING  &MINTU_TYPE_STRING
#define ERROR   &MINTU_TYPE_ERROR

const mintu_operator MINTU_OPERATORS_CONTROL[] = {
    {"case", parse_case, .choose = choose_case},
    {"coalesce", parse_coalesce, evaluate_coalesce, .form = MINTU_FORM_COALESCE, .flags = MINTU_NODE_UNFOLDED},
    {"let", parse_let, evaluate_let, .form = MINTU_FORM_LET},
    {"var", .parse = parse_var, .evaluate = evaluate_var},
    {"all", NULL, evaluate_logic, .type = BOOLEAN, .most = -1, .parameters = {BOOLEAN}, .code = false},
    {"any", NULL, evaluate_logic, .type = BOOLEAN, .most = -1, .parameters = {BOOLEAN}, .code = true},
    {"!", .apply = apply_not, .type = BOOLEAN, .least = 1, .most = 1, .parameters = {BOOLEAN}},
    {"error", .apply = apply_error, .type = ERROR, .least = 1, .most = 1, .parameters = {STRING}, .flags = MINTU_NODE_UNFOLDED},
    {0},
};
