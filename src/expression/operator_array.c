/* Items of arrays and characters of texts: at in index-of slice length split join. */
#include "base/utf8.h"
#include "expression/expression_parser.h"
#include "expression/operator_group.h"
#include "expression/parser_error.h"
#include "expression/parser_node.h"
#include "expression/value_type.h"

#include <math.h>
#include <string.h>

/* Where character @p index begins, at most at the end. */
static const char *character(const char *text, double index)
{
    for (; *text && index >= 1; index--)
        for (text++; (*text & 0xC0) == 0x80;)
            text++;
    return text;
}

static size_t count_between(const char *from, const char *to)
{
    size_t count = 0;
    for (; from < to; from++)
        count += (*from & 0xC0) != 0x80;
    return count;
}

/* An index as ECMAScript takes it: cut to a whole number, counted from the end when negative, kept within 0 to count. */
static double settle_index(double index, double count)
{
    index = isnan(index) ? 0 : trunc(index);
    index += index < 0 ? count : 0;
    return index < 0 ? 0 : index > count ? count : index;
}

static bool evaluate_at(const mintu_node *node, mintu_evaluation *evaluation, mintu_value *out)
{
    mintu_value index, array;
    if (!mintu_node_argument(node, 0, evaluation, &index) || !mintu_node_argument(node, 1, evaluation, &array))
        return false;
    double count = (double)array.array.count;
    if (index.number < 0 || index.number >= count || isnan(index.number))
        return mintu_evaluation_fail(evaluation, "Array index out of bounds: %g; the array has %g items.", index.number, count);
    if (index.number != floor(index.number))
        return mintu_evaluation_fail(evaluation, "Array index must be an integer, but found %g instead.", index.number);
    *out = array.array.items[(size_t)index.number];
    return true;
}

static mintu_node *parse_at(mintu_parser *parser, const json_t *array, const mintu_operator *operator)
{
    if (json_array_size(array) != 3)
        return mintu_parser_fail(parser, "Expected 2 arguments, but found %zu instead.", json_array_size(array) - 1);
    const mintu_type *item = parser->expected ? parser->expected : &MINTU_TYPE_VALUE;
    mintu_type *type = mintu_parser_take(parser, sizeof *type);
    mintu_node *node = type ? mintu_parser_node(parser, operator->evaluate, NULL, 2) : NULL;
    if (!node)
        return NULL;
    *type = (mintu_type){MINTU_KIND_ARRAY, item, -1};
    node->arguments[0] = mintu_parser_argument(parser, array, 1, &MINTU_TYPE_NUMBER);
    node->arguments[1] = node->arguments[0] ? mintu_parser_argument(parser, array, 2, type) : NULL;
    if (!node->arguments[1])
        return NULL;
    node->type = node->arguments[1]->type->item ? node->arguments[1]->type->item : &MINTU_TYPE_VALUE;
    return node;
}

static bool is_plain(mintu_kind kind)
{
    return kind == MINTU_KIND_BOOLEAN || kind == MINTU_KIND_STRING || kind == MINTU_KIND_NUMBER || kind == MINTU_KIND_NULL;
}

static bool check_search(mintu_evaluation *evaluation, const mintu_value *needle, const mintu_value *haystack)
{
    if (!is_plain(needle->kind))
        return mintu_evaluation_fail(
            evaluation, "Expected first argument to be of type boolean, string, number or null, but found %s instead.",
            mintu_evaluation_show_type(evaluation, needle));
    if (haystack->kind != MINTU_KIND_STRING && haystack->kind != MINTU_KIND_ARRAY)
        return mintu_evaluation_fail(evaluation,
                                     "Expected second argument to be of type array or string, but found %s instead.",
                                     mintu_evaluation_show_type(evaluation, haystack));
    return true;
}

/* Place of the needle from @p start on, or -1. */
static double search_in(mintu_evaluation *evaluation, const mintu_value *needle, const mintu_value *haystack, double start)
{
    if (haystack->kind == MINTU_KIND_STRING) {
        const char *text = haystack->text;
        const char *found = strstr(character(text, start < 0 ? 0 : start), mintu_evaluation_show(evaluation, needle));
        return found ? (double)count_between(text, found) : -1;
    }
    size_t first = (size_t)settle_index(start, (double)haystack->array.count);
    for (size_t i = first; i < haystack->array.count; i++)
        if (mintu_value_equals(needle, &haystack->array.items[i]))
            return (double)i;
    return -1;
}

static bool is_false(const mintu_value *value)
{
    return value->kind == MINTU_KIND_NULL || (value->kind == MINTU_KIND_BOOLEAN && !value->boolean) ||
           (value->kind == MINTU_KIND_NUMBER && value->number == 0) || (value->kind == MINTU_KIND_STRING && !*value->text);
}

static bool evaluate_in(const mintu_node *node, mintu_evaluation *evaluation, mintu_value *out)
{
    mintu_value needle, haystack;
    if (!mintu_node_argument(node, 0, evaluation, &needle) || !mintu_node_argument(node, 1, evaluation, &haystack))
        return false;
    *out = mintu_value_boolean(false);
    if (is_false(&haystack))
        return true;
    if (!check_search(evaluation, &needle, &haystack))
        return false;
    *out = mintu_value_boolean(search_in(evaluation, &needle, &haystack, 0) >= 0);
    return true;
}

static bool evaluate_index_of(const mintu_node *node, mintu_evaluation *evaluation, mintu_value *out)
{
    mintu_value needle, haystack, start = mintu_value_number(0);
    if (!mintu_node_argument(node, 0, evaluation, &needle) || !mintu_node_argument(node, 1, evaluation, &haystack) ||
        !check_search(evaluation, &needle, &haystack) || (node->count > 2 && !mintu_node_argument(node, 2, evaluation, &start)))
        return false;
    *out = mintu_value_number(search_in(evaluation, &needle, &haystack, isnan(start.number) ? 0 : start.number));
    return true;
}

/* in and index-of: what to look for, where, and for index-of where to begin. */
static mintu_node *parse_search(mintu_parser *parser, const json_t *array, const mintu_operator *operator)
{
    size_t count = json_array_size(array) - 1;
    char text[MINTU_TYPE_TEXT_SIZE];
    if (count < 2 || count > (size_t) operator->most)
        return mintu_parser_fail(parser, "Expected 2 %sarguments, but found %zu instead.", operator->most> 2 ? "or 3 " : "",
                                 count);
    mintu_node *node = mintu_parser_node(parser, operator->evaluate, operator->type, count);
    for (size_t i = 0; node && i < count; i++) {
        node->arguments[i] = mintu_parser_argument(parser, array, i + 1, i < 2 ? &MINTU_TYPE_VALUE : &MINTU_TYPE_NUMBER);
        if (!node->arguments[i])
            return NULL;
    }
    if (node && !is_plain(node->arguments[0]->type->kind) && node->arguments[0]->type->kind != MINTU_KIND_VALUE)
        return mintu_parser_fail(parser,
                                 "Expected first argument to be of type boolean, string, number or null, but found %s "
                                 "instead",
                                 mintu_type_text(node->arguments[0]->type, text));
    return node;
}

static bool slice_text(mintu_evaluation *evaluation, const char *text, double from, double to, mintu_value *out)
{
    const char *first = character(text, from), *last = to > from ? character(first, to - from) : first;
    *out = mintu_value_text(mintu_pool_copy(evaluation->pool, first, (size_t)(last - first)));
    return out->text ? true : mintu_evaluation_fail_memory(evaluation);
}

static bool evaluate_slice(const mintu_node *node, mintu_evaluation *evaluation, mintu_value *out)
{
    mintu_value input, begin, end;
    if (!mintu_node_argument(node, 0, evaluation, &input) || !mintu_node_argument(node, 1, evaluation, &begin))
        return false;
    bool text = input.kind == MINTU_KIND_STRING;
    if (!text && input.kind != MINTU_KIND_ARRAY)
        return mintu_evaluation_fail(evaluation, "Expected first argument to be of type array or string, but found %s instead.",
                                     mintu_evaluation_show_type(evaluation, &input));
    double count = text ? (double)mintu_utf8_count(input.text) : (double)input.array.count;
    end = mintu_value_number(count);
    if (node->count > 2 && !mintu_node_argument(node, 2, evaluation, &end))
        return false;
    double from = settle_index(begin.number, count), to = settle_index(end.number, count);
    if (text)
        return slice_text(evaluation, input.text, from, to, out);
    *out = input;
    out->array.items += (size_t)from;
    out->array.count = to > from ? (size_t)(to - from) : 0;
    return true;
}

static mintu_node *parse_slice(mintu_parser *parser, const json_t *array, const mintu_operator *operator)
{
    size_t count = json_array_size(array) - 1;
    char text[MINTU_TYPE_TEXT_SIZE];
    if (count < 2 || count > 3)
        return mintu_parser_fail(parser, "Expected 2 or 3 arguments, but found %zu instead.", count);
    mintu_node *node = mintu_parser_node(parser, operator->evaluate, NULL, count);
    for (size_t i = 0; node && i < count; i++) {
        node->arguments[i] = mintu_parser_argument(parser, array, i + 1, i ? &MINTU_TYPE_NUMBER : &MINTU_TYPE_VALUE);
        if (!node->arguments[i])
            return NULL;
    }
    if (!node)
        return NULL;
    node->type = node->arguments[0]->type;
    if (node->type->kind != MINTU_KIND_ARRAY && node->type->kind != MINTU_KIND_STRING && node->type->kind != MINTU_KIND_VALUE)
        return mintu_parser_fail(parser, "Expected first argument to be of type array or string, but found %s instead",
                                 mintu_type_text(node->type, text));
    return node;
}

static bool evaluate_length(const mintu_node *node, mintu_evaluation *evaluation, mintu_value *out)
{
    if (!mintu_node_argument(node, 0, evaluation, out))
        return false;
    if (out->kind == MINTU_KIND_STRING)
        *out = mintu_value_number((double)mintu_utf8_count(out->text));
    else if (out->kind == MINTU_KIND_ARRAY)
        *out = mintu_value_number((double)out->array.count);
    else
        return mintu_evaluation_fail(evaluation, "Expected value to be of type string or array, but found %s instead.",
                                     mintu_evaluation_show_type(evaluation, out));
    return true;
}

static mintu_node *parse_length(mintu_parser *parser, const json_t *array, const mintu_operator *operator)
{
    char text[MINTU_TYPE_TEXT_SIZE];
    if (json_array_size(array) != 2)
        return mintu_parser_fail(parser, "Expected 1 argument, but found %zu instead.", json_array_size(array) - 1);
    mintu_node *node = mintu_parser_node(parser, operator->evaluate, operator->type, 1);
    if (!node || !(node->arguments[0] = mintu_parser_argument(parser, array, 1, NULL)))
        return NULL;
    const mintu_type *type = node->arguments[0]->type;
    if (type->kind != MINTU_KIND_ARRAY && type->kind != MINTU_KIND_STRING && type->kind != MINTU_KIND_VALUE)
        return mintu_parser_fail(parser, "Expected argument of type string or array, but found %s instead.",
                                 mintu_type_text(type, text));
    return node;
}

/* Without a separator, into characters. */
static bool evaluate_split(const mintu_node *node, mintu_evaluation *evaluation, mintu_value *out)
{
    mintu_value text, separator;
    if (!mintu_node_argument(node, 0, evaluation, &text) || !mintu_node_argument(node, 1, evaluation, &separator))
        return false;
    size_t width = strlen(separator.text), count = 0;
    mintu_value *items = mintu_evaluation_take(evaluation, (strlen(text.text) + 1) * sizeof *items);
    if (!items)
        return false;
    for (const char *at = text.text; at && (width || *at);) {
        const char *next = width ? strstr(at, separator.text) : character(at, 1);
        const char *piece = mintu_pool_copy(evaluation->pool, at, next ? (size_t)(next - at) : strlen(at));
        if (!piece)
            return mintu_evaluation_fail_memory(evaluation);
        items[count++] = mintu_value_text(piece);
        at = next ? next + width : NULL;
    }
    *out = (mintu_value){.kind = MINTU_KIND_ARRAY, .array = {items, count}};
    return true;
}

static bool evaluate_join(const mintu_node *node, mintu_evaluation *evaluation, mintu_value *out)
{
    mintu_value array, separator;
    mintu_buffer text = {0};
    if (!mintu_node_argument(node, 0, evaluation, &array) || !mintu_node_argument(node, 1, evaluation, &separator))
        return false;
    for (size_t i = 0; i < array.array.count; i++) {
        mintu_buffer_text(&text, i ? separator.text : "");
        mintu_buffer_text(&text, array.array.items[i].text);
    }
    *out = mintu_value_text(text.failed ? NULL : mintu_pool_copy(evaluation->pool, text.data ? text.data : "", text.size));
    mintu_buffer_free(&text);
    return out->text ? true : mintu_evaluation_fail_memory(evaluation);
}

#define STRING &MINTU_TYPE_STRING

const mintu_operator MINTU_OPERATORS_ARRAY[] = {
    {"at", parse_at, evaluate_at, NULL, 0, 0, {NULL}, 0, 0},
    {"in", parse_search, evaluate_in, &MINTU_TYPE_BOOLEAN, 2, 2, {NULL}, 0, 0},
    {"index-of", parse_search, evaluate_index_of, &MINTU_TYPE_NUMBER, 2, 3, {NULL}, 0, 0},
    {"slice", parse_slice, evaluate_slice, NULL, 0, 0, {NULL}, 0, 0},
    {"length", parse_length, evaluate_length, &MINTU_TYPE_NUMBER, 0, 0, {NULL}, 0, 0},
    {"split", NULL, evaluate_split, &MINTU_TYPE_STRINGS, 2, 2, {STRING, STRING}, 0, 0},
    {"join", NULL, evaluate_join, STRING, 2, 2, {&MINTU_TYPE_STRINGS, STRING}, 0, 0},
    {0},
};
