/* Comparisons: == != < > <= >=, with or without a collator. */
#include "expression/conversion.h"
#include "expression/expression_parser.h"
#include "expression/operator_format.h"
#include "expression/operator_group.h"

#include <string.h>

enum { EQUAL, UNEQUAL, BELOW, ABOVE, BELOW_EQUAL, ABOVE_EQUAL };

static bool is_order(int code)
{
    return code >= BELOW;
}

/* Order of texts by UTF-16 units, as in ECMAScript: beyond the basic plane comes before U+E000 to U+FFFF. */
static int compare_texts(const char *a, const char *b)
{
    while (*a && *a == *b) {
        a++;
        b++;
    }
    unsigned first = (unsigned char)*a, second = (unsigned char)*b;
    if (first >= 0xF0 && (second == 0xEE || second == 0xEF))
        return -1;
    if (second >= 0xF0 && (first == 0xEE || first == 0xEF))
        return 1;
    return (first > second) - (first < second);
}

/* Of numbers, or of what comparing texts gave and 0. NaN is neither below nor above. */
static bool judge(int code, double a, double b)
{
    switch (code) {
    case EQUAL:
        return a == b;
    case UNEQUAL:
        return a != b;
    case BELOW:
        return a < b;
    case ABOVE:
        return a > b;
    case BELOW_EQUAL:
        return a <= b;
    default:
        return a >= b;
    }
}

static bool evaluate_comparison(const mintu_node *node, mintu_evaluation *evaluation, mintu_value *out)
{
    const int code = node->operation->code;
    mintu_value a, b, collator;
    if (!mintu_node_argument(node, 0, evaluation, &a) || !mintu_node_argument(node, 1, evaluation, &b))
        return false;
    bool texts = a.kind == MINTU_KIND_STRING && b.kind == MINTU_KIND_STRING;
    bool numbers = a.kind == MINTU_KIND_NUMBER && b.kind == MINTU_KIND_NUMBER;
    if (is_order(code) && !texts && !numbers)
        return mintu_evaluation_fail(
            evaluation,
            "Expected arguments for \"%s\" to be (string, string) or (number, number), but found (%s, %s) "
            "instead.",
            node->operation->name, mintu_evaluation_show_type(evaluation, &a), mintu_evaluation_show_type(evaluation, &b));
    bool collated = texts && node->count > 2;
    if (collated && !mintu_node_argument(node, 2, evaluation, &collator))
        return false;
    if (collated)
        *out = mintu_value_boolean(judge(code, mintu_collator_compare(collator.collator, a.text, b.text), 0));
    else if (!is_order(code))
        *out = mintu_value_boolean(mintu_value_equals(&a, &b) == (code == EQUAL));
    else
        *out = mintu_value_boolean(texts ? judge(code, compare_texts(a.text, b.text), 0) : judge(code, a.number, b.number));
    return true;
}

static bool is_comparable(int code, mintu_kind kind)
{
    if (kind == MINTU_KIND_STRING || kind == MINTU_KIND_NUMBER || kind == MINTU_KIND_VALUE || kind == MINTU_KIND_ERROR)
        return true;
    return !is_order(code) && (kind == MINTU_KIND_BOOLEAN || kind == MINTU_KIND_NULL);
}

static bool parse_side(mintu_parser *parser, const json_t *array, size_t index, mintu_node *node)
{
    char type[MINTU_TYPE_TEXT_SIZE];
    mintu_node **side = &node->arguments[index - 1];
    if (!mintu_parser_argument(parser, array, index, &MINTU_TYPE_VALUE, side))
        return false;
    if (!is_comparable(node->operation->code, (*side)->type->kind))
        mintu_parser_fail_at(parser, index, "\"%s\" comparisons are not supported for type '%s'.", node->operation->name,
                             mintu_type_text((*side)->type, type));
    return parser->status == MINTU_STATUS_OK;
}

/* For an order, a side whose type is open must be of the other side's type. */
static bool settle_types(mintu_parser *parser, mintu_node *node)
{
    const mintu_type *types[2] = {node->arguments[0]->type, node->arguments[1]->type};
    bool open[2] = {types[0]->kind == MINTU_KIND_VALUE, types[1]->kind == MINTU_KIND_VALUE};
    char first[MINTU_TYPE_TEXT_SIZE], second[MINTU_TYPE_TEXT_SIZE];
    if (types[0]->kind != types[1]->kind && !open[0] && !open[1])
        mintu_parser_fail(parser, "Cannot compare types '%s' and '%s'.", mintu_type_text(types[0], first),
                          mintu_type_text(types[1], second));
    for (int i = 0; i < 2; i++)
        if (is_order(node->operation->code) && open[i] && !open[!i])
            node->arguments[i] = mintu_parser_wrap(parser, node->arguments[i], types[!i], false);
    return parser->status == MINTU_STATUS_OK;
}

static mintu_node *parse_comparison(mintu_parser *parser, const json_t *array, const mintu_operator *operation)
{
    size_t size = json_array_size(array);
    if (size != 3 && size != 4)
        return mintu_parser_fail(parser, "Expected two or three arguments.");
    mintu_node *node = mintu_parser_node(parser, operation, size - 1);
    if (!node || !parse_side(parser, array, 1, node) || !parse_side(parser, array, 2, node) || !settle_types(parser, node))
        return NULL;
    if (size == 3)
        return node;
    for (int i = 0; i < 2; i++)
        if (node->arguments[i]->type->kind != MINTU_KIND_STRING && node->arguments[i]->type->kind != MINTU_KIND_VALUE)
            return mintu_parser_fail(parser, "Cannot use collator to compare non-string types.");
    return mintu_parser_argument(parser, array, 3, &MINTU_TYPE_COLLATOR, &node->arguments[2]) ? node : NULL;
}

#define COMPARISON parse_comparison, evaluate_comparison, .type = &MINTU_TYPE_BOOLEAN, .form = MINTU_FORM_COMPARISON

const mintu_operator MINTU_OPERATORS_COMPARE[] = {
    {"==", COMPARISON, .code = EQUAL},
    {"!=", COMPARISON, .code = UNEQUAL},
    {"<", COMPARISON, .code = BELOW},
    {">", COMPARISON, .code = ABOVE},
    {"<=", COMPARISON, .code = BELOW_EQUAL},
    {">=", COMPARISON, .code = ABOVE_EQUAL},
    {0},
};
