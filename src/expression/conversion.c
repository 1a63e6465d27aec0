#include "expression/conversion.h"

#include "expression/parser_node.h"
#include "expression/value_text.h"
#include "format/number.h"

#include <math.h>
#include <string.h>

bool mintu_evaluate_assertion(const mintu_node *node, mintu_evaluation *evaluation, mintu_value *out)
{
    char wanted[MINTU_TYPE_TEXT_SIZE];
    for (size_t i = 0; i < node->count; i++) {
        if (!mintu_node_argument(node, i, evaluation, out))
            return false;
        if (node->type->kind != MINTU_KIND_ARRAY && node->type->kind == out->kind)
            return true;
        const mintu_type *type = mintu_value_type(evaluation->pool, out);
        if (!type)
            return mintu_evaluation_fail_memory(evaluation);
        if (mintu_type_accepts(node->type, type))
            return true;
    }
    return mintu_evaluation_fail(evaluation, "Expected value to be of type %s, but found %s instead.",
                                 mintu_type_text(node->type, wanted), mintu_evaluation_show_type(evaluation, out));
}

static bool truth(const mintu_value *value)
{
    switch (value->kind) {
    case MINTU_KIND_NULL:
        return false;
    case MINTU_KIND_BOOLEAN:
        return value->boolean;
    case MINTU_KIND_NUMBER:
        return value->number != 0 && !isnan(value->number);
    case MINTU_KIND_STRING:
        return value->text[0] != '\0';
    default:
        return true;
    }
}

/* Number(value) of ECMAScript; false for NaN. */
static bool to_number(const mintu_value *value, double *number)
{
    switch (value->kind) {
    case MINTU_KIND_NULL:
        *number = 0;
        return true;
    case MINTU_KIND_BOOLEAN:
        *number = value->boolean;
        return true;
    case MINTU_KIND_NUMBER:
        *number = value->number;
        return !isnan(value->number);
    case MINTU_KIND_STRING:
        return mintu_number_scan(value->text, number);
    case MINTU_KIND_ARRAY:
        *number = 0;
        return value->array.count == 0 || (value->array.count == 1 && to_number(value->array.items, number));
    default:
        return false;
    }
}

static bool color_from_array(mintu_evaluation *evaluation, const mintu_value *value, mintu_color *out)
{
    double parts[4] = {0, 0, 0, 1};
    bool fits = value->array.count == 3 || value->array.count == 4;
    for (size_t i = 0; fits && i < value->array.count; i++) {
        const mintu_value *part = &value->array.items[i];
        fits = part->kind == MINTU_KIND_NUMBER && part->number >= 0 && part->number <= (i < 3 ? 255 : 1);
        parts[i] = part->number;
    }
    if (!fits)
        return mintu_evaluation_fail(evaluation,
                                     "Invalid rgba value %s: expected an array of three numbers between 0 and 255 and, "
                                     "if wanted, an alpha between 0 and 1.",
                                     mintu_evaluation_show(evaluation, value));
    *out = (mintu_color){parts[0] / 255, parts[1] / 255, parts[2] / 255, parts[3]};
    return true;
}

static bool to_color(mintu_evaluation *evaluation, mintu_value *value)
{
    mintu_color color;
    if (value->kind == MINTU_KIND_COLOR)
        return true;
    if (value->kind == MINTU_KIND_ARRAY) {
        if (!color_from_array(evaluation, value, &color))
            return false;
    } else if (value->kind != MINTU_KIND_STRING || !mintu_color_parse(value->text, &color)) {
        return mintu_evaluation_fail(evaluation, "Could not parse color from value '%s'",
                                     mintu_evaluation_show(evaluation, value));
    }
    *value = (mintu_value){.kind = MINTU_KIND_COLOR, .color = color};
    return true;
}

static bool to_formatted(mintu_evaluation *evaluation, const char *text, mintu_value *out)
{
    mintu_formatted *formatted = mintu_evaluation_take(evaluation, sizeof *formatted + sizeof formatted->sections[0]);
    if (!formatted)
        return false;
    formatted->count = 1;
    formatted->sections[0] = (mintu_section){.text = text, .scale = (double)NAN};
    *out = (mintu_value){.kind = MINTU_KIND_FORMATTED, .formatted = formatted};
    return true;
}

static bool to_text(mintu_evaluation *evaluation, mintu_kind kind, mintu_value *value)
{
    if (value->kind == kind)
        return true;
    const char *text = mintu_value_to_text(evaluation->pool, value);
    if (!text)
        return mintu_evaluation_fail_memory(evaluation);
    if (kind == MINTU_KIND_FORMATTED)
        return to_formatted(evaluation, text, value);
    *value = (mintu_value){.kind = kind, .text = text};
    return true;
}

/* False, with the message, unless the value is an array of as many values of a kind. */
static bool are_all(const mintu_value *value, mintu_kind kind, size_t least, size_t most)
{
    bool good = value->kind == MINTU_KIND_ARRAY && value->array.count >= least && value->array.count <= most;
    for (size_t i = 0; good && i < value->array.count; i++)
        good = value->array.items[i].kind == kind;
    return good;
}

/* A single value counts as an array of it; items of @p out are @p count, taken from those of the value by @p from. */
static bool gather(mintu_evaluation *evaluation, mintu_value *value, size_t count, const size_t *from)
{
    const mintu_value *items = value->kind == MINTU_KIND_ARRAY ? value->array.items : value;
    mintu_value *copy = mintu_evaluation_take(evaluation, (count + 1) * sizeof *copy);
    for (size_t i = 0; copy && i < count; i++)
        copy[i] = items[from ? from[i] : i];
    *value = (mintu_value){.kind = MINTU_KIND_ARRAY, .array = {copy, count}};
    return copy != NULL;
}

/* One to four numbers, as CSS has them. */
static bool to_padding(mintu_evaluation *evaluation, mintu_value *value)
{
    static const size_t sides[4][4] = {{0, 0, 0, 0}, {0, 1, 0, 1}, {0, 1, 2, 1}, {0, 1, 2, 3}};
    size_t count = value->kind == MINTU_KIND_NUMBER ? 1 : are_all(value, MINTU_KIND_NUMBER, 1, 4) ? value->array.count : 0;
    return count ? gather(evaluation, value, 4, sides[count - 1]) : false;
}

static bool to_numbers(mintu_evaluation *evaluation, mintu_value *value)
{
    if (value->kind == MINTU_KIND_NUMBER)
        return gather(evaluation, value, 1, NULL);
    return are_all(value, MINTU_KIND_NUMBER, 0, SIZE_MAX);
}

static bool to_colors(mintu_evaluation *evaluation, mintu_value *value)
{
    size_t count = value->kind == MINTU_KIND_ARRAY ? value->array.count : 1;
    if (!gather(evaluation, value, count, NULL))
        return false;
    for (size_t i = 0; i < count; i++) {
        mintu_value *item = (mintu_value *)&value->array.items[i];
        if (item->kind != MINTU_KIND_COLOR && (item->kind != MINTU_KIND_STRING || !to_color(evaluation, item)))
            return false;
    }
    return true;
}

static bool is_anchored(const mintu_value *value)
{
    static const char *const anchors[] = {"center",   "left",      "right",       "top",          "bottom",
                                          "top-left", "top-right", "bottom-left", "bottom-right", NULL};
    bool good = value->kind == MINTU_KIND_ARRAY && value->array.count > 0 && value->array.count % 2 == 0;
    for (size_t i = 0; good && i < value->array.count; i++) {
        const mintu_value *item = &value->array.items[i];
        good = i % 2 ? are_all(item, MINTU_KIND_NUMBER, 2, 2)
                     : item->kind == MINTU_KIND_STRING && mintu_text_listed(item->text, anchors);
    }
    return good;
}

/* A name, or two and the share of the second. */
static bool is_projection(const mintu_value *value)
{
    const mintu_value *items = value->array.items;
    return value->kind == MINTU_KIND_STRING ||
           (value->kind == MINTU_KIND_ARRAY && value->array.count == 3 && items[0].kind == MINTU_KIND_STRING &&
            items[1].kind == MINTU_KIND_STRING && items[2].kind == MINTU_KIND_NUMBER);
}

static bool to_several(mintu_evaluation *evaluation, mintu_kind kind, mintu_value *value)
{
    const mintu_value given = *value;
    bool good = kind == MINTU_KIND_PADDING    ? to_padding(evaluation, value)
                : kind == MINTU_KIND_NUMBERS  ? to_numbers(evaluation, value)
                : kind == MINTU_KIND_COLORS   ? to_colors(evaluation, value)
                : kind == MINTU_KIND_ANCHORED ? is_anchored(value)
                                              : is_projection(value);
    if (good || evaluation->memory)
        return good;
    char name[MINTU_TYPE_TEXT_SIZE];
    return mintu_evaluation_fail(evaluation, "Could not parse %s from value '%s'",
                                 mintu_type_text(mintu_type_of_kind(kind), name), mintu_evaluation_show(evaluation, &given));
}

/* One attempt; false leaves the message. */
static bool convert(mintu_evaluation *evaluation, mintu_kind kind, mintu_value *value)
{
    double number = 0;
    switch (kind) {
    case MINTU_KIND_BOOLEAN:
        *value = mintu_value_boolean(truth(value));
        return true;
    case MINTU_KIND_COLOR:
        return to_color(evaluation, value);
    case MINTU_KIND_NUMBER:
        if (!to_number(value, &number))
            return mintu_evaluation_fail(evaluation, "Could not convert %s to number.",
                                         mintu_evaluation_show(evaluation, value));
        *value = mintu_value_number(number);
        return true;
    case MINTU_KIND_PADDING:
    case MINTU_KIND_NUMBERS:
    case MINTU_KIND_COLORS:
    case MINTU_KIND_ANCHORED:
    case MINTU_KIND_PROJECTION:
        return to_several(evaluation, kind, value);
    default:
        return to_text(evaluation, kind, value);
    }
}

bool mintu_evaluate_coercion(const mintu_node *node, mintu_evaluation *evaluation, mintu_value *out)
{
    for (size_t i = 0; i < node->count; i++) {
        if (!mintu_node_argument(node, i, evaluation, out))
            return false;
        if (convert(evaluation, node->type->kind, out))
            return true;
    }
    return false;
}

mintu_node *mintu_parser_wrap(mintu_parser *parser, mintu_node *node, const mintu_type *type, bool coerce)
{
    static const mintu_operator assertion = {.evaluate = mintu_evaluate_assertion},
                                coercion = {.evaluate = mintu_evaluate_coercion};
    bool convertible = type->kind != MINTU_KIND_ARRAY && type->kind != MINTU_KIND_OBJECT;
    mintu_node *wrapper = mintu_parser_node(parser, coerce && convertible ? &coercion : &assertion, 1);
    if (wrapper) {
        wrapper->type = type;
        wrapper->flags = node->flags;
        wrapper->arguments[0] = node;
    }
    return wrapper;
}
