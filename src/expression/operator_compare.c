/* Comparisons: == != < > <= >=, with or without a collator. */
#include "expression/conversion.h"
#include "expression/expression_parser.h"
#include "expression/operator_format.h"
#include "expression/operator_group.h"
#include "expression/parser_error.h"
#include "expression/parser_node.h"
#include "expression/value_type.h"

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

static bool judge(int code, int order)
{
    switch (code) {
    case EQUAL:
        return order == 0;
    case UNEQUAL:
        return order != 0;
    case BELOW:
        return order < 0;
    case ABOVE:
        return order > 0;
    case BELOW_EQUAL:
        return order <= 0;
    default:
        return order >= 0;
    }
}

/* Numbers apart, since NaN is neither below nor above. */
static bool judge_numbers(int code, double a, double b)
{
    switch (code) {
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

static const char *name_of(int code)
{
    static const char *const names[] = {"==", "!=", "<", ">", "<=", ">="};
    return names[code];
}

static bool evaluate_comparison(const mintu_node *node, mintu_evaluation *evaluation, mintu_value *out)
{
    mintu_value a, b, collator = {.kind = MINTU_KIND_NULL};
    if (!mintu_node_argument(node, 0, evaluation, &a) || !mintu_node_argument(node, 1, evaluation, &b))
        return false;
    bool texts = a.kind == MINTU_KIND_STRING && b.kind == MINTU_KIND_STRING;
    bool numbers = a.kind == MINTU_KIND_NUMBER && b.kind == MINTU_KIND_NUMBER;
    if (is_order(node->code) && !texts && !numbers)
        return mintu_evaluation_fail(
            evaluation,
            "Expected arguments for \"%s\" to be (string, string) or (number, number), but found (%s, %s) "
            "instead.",
            name_of(node->code), mintu_evaluation_show_type(evaluation, &a), mintu_evaluation_show_type(evaluation, &b));
    if (texts && node->count > 2) {
        if (!mintu_node_argument(node, 2, evaluation, &collator))
            return false;
        *out = mintu_value_boolean(judge(node->code, mintu_collator_compare(collator.collator, a.text, b.text)));
    } else if (!is_order(node->code)) {
        *out = mintu_value_boolean(mintu_value_equals(&a, &b) == (node->code == EQUAL));
    } else {
        *out = mintu_value_boolean(texts ? judge(node->code, compare_texts(a.text, b.text))
                                         : judge_numbers(node->code, a.number, b.number));
    }
    return true;
}

static bool is_comparable(int code, mintu_kind kind)
{
    if (kind == MINTU_KIND_STRING || kind == MINTU_KIND_NUMBER || kind == MINTU_KIND_VALUE || kind == MINTU_KIND_ERROR)
        return true;
    return !is_order(code) && (kind == MINTU_KIND_BOOLEAN || kind == MINTU_KIND_NULL);
}

static bool parse_side(mintu_parser *parser, const json_t *array, size_t index, int code, mintu_node **out)
{
    char type[MINTU_TYPE_TEXT_SIZE];
    *out = mintu_parser_argument(parser, array, index, &MINTU_TYPE_VALUE);
    if (*out && !is_comparable(code, (*out)->type->kind))
        *out = mintu_parser_fail_at(parser, index, "\"%s\" comparisons are not supported for type '%s'.", name_of(code),
                                    mintu_type_text((*out)->type, type));
    return *out != NULL;
}

/* For an order, a side whose type is open must be of the other side's type. */
static bool settle_types(mintu_parser *parser, mintu_node *node, int code)
{
    const mintu_type *a = node->arguments[0]->type, *b = node->arguments[1]->type;
    bool open_a = a->kind == MINTU_KIND_VALUE, open_b = b->kind == MINTU_KIND_VALUE;
    char first[MINTU_TYPE_TEXT_SIZE], second[MINTU_TYPE_TEXT_SIZE];
    if (a->kind != b->kind && !open_a && !open_b)
        mintu_parser_fail(parser, "Cannot compare types '%s' and '%s'.", mintu_type_text(a, first), mintu_type_text(b, second));
    else if (is_order(code) && open_a && !open_b)
        node->arguments[0] = mintu_parser_assertion(parser, b, node->arguments[0]);
    else if (is_order(code) && !open_a && open_b)
        node->arguments[1] = mintu_parser_assertion(parser, a, node->arguments[1]);
    return parser->status == MINTU_STATUS_OK;
}

static mintu_node *parse_comparison(mintu_parser *parser, const json_t *array, const mintu_operator *operator)
{
    size_t size = json_array_size(array);
    if (size != 3 && size != 4)
        return mintu_parser_fail(parser, "Expected two or three arguments.");
    mintu_node *node = mintu_parser_node(parser, operator->evaluate, operator->type, size - 1);
    if (!node || !parse_side(parser, array, 1, operator->code, &node->arguments[0]) ||
        !parse_side(parser, array, 2, operator->code, &node->arguments[1]) || !settle_types(parser, node, operator->code))
        return NULL;
    if (size == 3)
        return node;
    for (int i = 0; i < 2; i++)
        if (node->arguments[i]->type->kind != MINTU_KIND_STRING && node->arguments[i]->type->kind != MINTU_KIND_VALUE)
            return mintu_parser_fail(parser, "Cannot use collator to compare non-string types.");
    node->arguments[2] = mintu_parser_argument(parser, array, 3, &MINTU_TYPE_COLLATOR);
    return node->arguments[2] ? node : NULL;
}

#define COMPARISON(name, code)                                                                                                 \
    {                                                                                                                          \
        name, parse_comparison, evaluate_comparison, &MINTU_TYPE_BOOLEAN, 0, 0, {NULL}, 0, code                                \
    }

const mintu_operator MINTU_OPERATORS_COMPARE[] = {
    COMPARISON("==", EQUAL),
    COMPARISON("!=", UNEQUAL),
    COMPARISON("<", BELOW),
    COMPARISON(">", ABOVE),
    COMPARISON("<=", BELOW_EQUAL),
    COMPARISON(">=", ABOVE_EQUAL),
    {0},
};
