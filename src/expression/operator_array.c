/* Items of arrays and characters of texts: at in index-of slice length split join. */
#include "base/utf8.h"
#include "expression/expression_parser.h"
#include "expression/operator_group.h"

#include <math.h>
#include <string.h>

/* Where character @p index begins, at most at the end. */
static const char *character(const char *text, double index)
{
    while (*text && index >= 1) {
        index--;
        for (text++; (*text & 0xC0) == 0x80;)
            text++;
    }
    return text;
}

/* An index as ECMAScript takes it: cut to a whole number, counted from the end when negative, kept within 0 to count. */
static double settle_index(double index, double count)
{
    index = isnan(index) ? 0 : trunc(index);
    index += index < 0 ? count : 0;
    return index < 0 ? 0 : index > count ? count : index;
}

static bool apply_at(mintu_evaluation *evaluation, const mintu_value *arguments, mintu_value *out)
{
    double index = arguments[0].number, count = (double)arguments[1].array.count;
    if (index < 0 || index >= count || isnan(index))
        return mintu_evaluation_fail(evaluation, "Array index out of bounds: %g; the array has %g items.", index, count);
    if (index != floor(index))
        return mintu_evaluation_fail(evaluation, "Array index must be an integer, but found %g instead.", index);
    *out = arguments[1].array.items[(size_t)index];
    return true;
}

static mintu_node *parse_at(mintu_parser *parser, const json_t *array, const mintu_operator *operation)
{
    if (!mintu_parser_check_number(parser, array, operation))
        return NULL;
    const mintu_type *item = parser->expected ? parser->expected : &MINTU_TYPE_VALUE;
    mintu_type *type = mintu_parser_take(parser, sizeof *type);
    mintu_node *node = type ? mintu_parser_node(parser, operation, 2) : NULL;
    if (!node)
        return NULL;
    *type = (mintu_type){MINTU_KIND_ARRAY, item, -1};
    if (!mintu_parser_argument(parser, array, 1, &MINTU_TYPE_NUMBER, &node->arguments[0]) ||
        !mintu_parser_argument(parser, array, 2, type, &node->arguments[1]))
        return NULL;
    node->type = node->arguments[1]->type->item ? node->arguments[1]->type->item : &MINTU_TYPE_VALUE;
    return node;
}

/* Of a type, one that may be a text or an array. */
static bool is_sequence(mintu_kind kind)
{
    return kind == MINTU_KIND_ARRAY || kind == MINTU_KIND_STRING || kind == MINTU_KIND_VALUE;
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
    if (!is_sequence(haystack->kind))
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
        return found ? (double)mintu_utf8_count_n(text, (size_t)(found - text)) : -1;
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

static bool apply_in(mintu_evaluation *evaluation, const mintu_value *arguments, mintu_value *out)
{
    *out = mintu_value_boolean(false);
    if (is_false(&arguments[1]))
        return true;
    if (!check_search(evaluation, &arguments[0], &arguments[1]))
        return false;
    out->boolean = search_in(evaluation, &arguments[0], &arguments[1], 0) >= 0;
    return true;
}

static bool apply_index_of(mintu_evaluation *evaluation, const mintu_value *arguments, mintu_value *out)
{
    double start = arguments[2].kind == MINTU_KIND_NUMBER && !isnan(arguments[2].number) ? arguments[2].number : 0;
    if (!check_search(evaluation, &arguments[0], &arguments[1]))
        return false;
    *out = mintu_value_number(search_in(evaluation, &arguments[0], &arguments[1], start));
    return true;
}

/* in and index-of: what to look for, where, and for index-of where to begin. */
static mintu_node *parse_search(mintu_parser *parser, const json_t *array, const mintu_operator *operation)
{
    char text[MINTU_TYPE_TEXT_SIZE];
    mintu_node *node = mintu_parser_signature(parser, array, operation);
    if (node && !is_plain(node->arguments[0]->type->kind) && node->arguments[0]->type->kind != MINTU_KIND_VALUE)
        return mintu_parser_fail(parser,
                                 "Expected first argument to be of type boolean, string, number or null, but found %s "
                                 "instead",
                                 mintu_type_text(node->arguments[0]->type, text));
    return node;
}

static double length_of(const mintu_value *value)
{
    return value->kind == MINTU_KIND_STRING ? (double)mintu_utf8_count(value->text) : (double)value->array.count;
}

static bool apply_slice(mintu_evaluation *evaluation, const mintu_value *arguments, mintu_value *out)
{
    if (!is_sequence(arguments[0].kind))
        return mintu_evaluation_fail(evaluation, "Expected first argument to be of type array or string, but found %s instead.",
                                     mintu_evaluation_show_type(evaluation, arguments));
    double count = length_of(arguments), from = settle_index(arguments[1].number, count);
    double to = arguments[2].kind == MINTU_KIND_NUMBER ? settle_index(arguments[2].number, count) : count;
    if (arguments[0].kind == MINTU_KIND_STRING) {
        const char *first = character(arguments[0].text, from), *last = to > from ? character(first, to - from) : first;
        return mintu_evaluation_text(evaluation, mintu_pool_copy(evaluation->pool, first, (size_t)(last - first)), out);
    }
    *out = arguments[0];
    out->array.items += (size_t)from;
    out->array.count = to > from ? (size_t)(to - from) : 0;
    return true;
}

static mintu_node *parse_slice(mintu_parser *parser, const json_t *array, const mintu_operator *operation)
{
    char text[MINTU_TYPE_TEXT_SIZE];
    mintu_node *node = mintu_parser_signature(parser, array, operation);
    if (!node)
        return NULL;
    node->type = node->arguments[0]->type;
    if (!is_sequence(node->type->kind))
        return mintu_parser_fail(parser, "Expected first argument to be of type array or string, but found %s instead",
                                 mintu_type_text(node->type, text));
    return node;
}

static bool apply_length(mintu_evaluation *evaluation, const mintu_value *arguments, mintu_value *out)
{
    if (!is_sequence(arguments->kind))
        return mintu_evaluation_fail(evaluation, "Expected value to be of type string or array, but found %s instead.",
                                     mintu_evaluation_show_type(evaluation, arguments));
    *out = mintu_value_number(length_of(arguments));
    return true;
}

static mintu_node *parse_length(mintu_parser *parser, const json_t *array, const mintu_operator *operation)
{
    char text[MINTU_TYPE_TEXT_SIZE];
    mintu_node *node = mintu_parser_signature(parser, array, operation);
    if (node && !is_sequence(node->arguments[0]->type->kind))
        return mintu_parser_fail(parser, "Expected argument of type string or array, but found %s instead.",
                                 mintu_type_text(node->arguments[0]->type, text));
    return node;
}

/* Without a separator, into characters. */
static bool apply_split(mintu_evaluation *evaluation, const mintu_value *arguments, mintu_value *out)
{
    const char *separator = arguments[1].text;
    size_t width = strlen(separator), count = 0;
    mintu_value *items = mintu_evaluation_take(evaluation, (strlen(arguments[0].text) + 1) * sizeof *items);
    if (!items)
        return false;
    for (const char *at = arguments[0].text; at && (width || *at);) {
        const char *next = width ? strstr(at, separator) : character(at, 1);
        size_t size = next ? (size_t)(next - at) : strlen(at);
        if (!mintu_evaluation_text(evaluation, mintu_pool_copy(evaluation->pool, at, size), &items[count++]))
            return false;
        at = next ? next + width : NULL;
    }
    *out = (mintu_value){.kind = MINTU_KIND_ARRAY, .array = {items, count}};
    return true;
}

static bool apply_join(mintu_evaluation *evaluation, const mintu_value *arguments, mintu_value *out)
{
    mintu_buffer text = {0};
    for (size_t i = 0; i < arguments[0].array.count; i++) {
        mintu_buffer_text(&text, i ? arguments[1].text : "");
        mintu_buffer_text(&text, arguments[0].array.items[i].text);
    }
    return mintu_evaluation_text(evaluation, mintu_pool_buffer(evaluation->pool, &text), out);
}

#define NUMBER &MINTU_TYPE_NUMBER
#define STRING &MINTU_TYPE_STRING
#define VALUE  &MINTU_TYPE_VALUE

const mintu_operator MINTU_OPERATORS_ARRAY[] = {
    {"at", parse_at, .apply = apply_at, .least = 2, .most = 2},
    {"in", parse_search, .apply = apply_in, .type = &MINTU_TYPE_BOOLEAN, .least = 2, .most = 2, .parameters = {VALUE, VALUE}},
    {"index-of", parse_search, .apply = apply_index_of, .type = NUMBER, .least = 2, .most = 3,
     .parameters = {VALUE, VALUE, NUMBER}},
    {"slice", parse_slice, .apply = apply_slice, .least = 2, .most = 3, .parameters = {VALUE, NUMBER, NUMBER}},
    {"length", parse_length, .apply = apply_length, .type = NUMBER, .least = 1, .most = 1},
    {"split", .apply = apply_split, .type = &MINTU_TYPE_STRINGS, .least = 2, .most = 2, .parameters = {STRING, STRING}},
    {"join", .apply = apply_join, .type = STRING, .least = 2, .most = 2, .parameters = {&MINTU_TYPE_STRINGS, STRING}},
    {0},
};
