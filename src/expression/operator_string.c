/* Texts: concat upcase downcase number-format is-supported-script collator resolved-locale. Languages are ICU's. */
#include "base/array.h"
#include "expression/expression_parser.h"
#include "expression/operator_group.h"
#include "expression/parser_error.h"
#include "expression/parser_node.h"
#include "expression/value_text.h"
#include "format/number.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/ucasemap.h>
#include <unicode/unumberformatter.h>
#include <unicode/ustring.h>

enum { TEXT_MOST = 1 << 20 }; /* bytes; variables can double a text with every line */

static bool evaluate_concat(const mintu_node *node, mintu_evaluation *evaluation, mintu_value *out)
{
    mintu_buffer text = {0};
    bool good = true;
    for (size_t i = 0; good && i < node->count; i++) {
        const char *part = NULL;
        good = mintu_node_argument(node, i, evaluation, out);
        if (good)
            good = (part = mintu_value_to_text(evaluation->pool, out)) || mintu_evaluation_fail_memory(evaluation);
        if (good && text.size + strlen(part) > TEXT_MOST)
            good = mintu_evaluation_fail(evaluation, "The text is longer than %d bytes.", TEXT_MOST);
        if (good)
            mintu_buffer_text(&text, part);
    }
    if (good) {
        *out = mintu_value_text(text.failed ? NULL : mintu_pool_copy(evaluation->pool, text.data ? text.data : "", text.size));
        good = out->text || mintu_evaluation_fail_memory(evaluation);
    }
    mintu_buffer_free(&text);
    return good;
}

static bool evaluate_letters(const mintu_node *node, mintu_evaluation *evaluation, mintu_value *out)
{
    if (!mintu_node_argument(node, 0, evaluation, out))
        return false;
    UErrorCode code = U_ZERO_ERROR;
    UCaseMap *map = ucasemap_open("", 0, &code);
    /* No character's other form is more than three times as long. */
    size_t size = strlen(out->text), room = 3 * size + 1;
    char *text = room < INT32_MAX ? mintu_pool_take(evaluation->pool, room) : NULL;
    if (text && U_SUCCESS(code)) {
        if (node->code == 'u')
            ucasemap_utf8ToUpper(map, text, (int32_t)room, out->text, (int32_t)size, &code);
        else
            ucasemap_utf8ToLower(map, text, (int32_t)room, out->text, (int32_t)size, &code);
    }
    ucasemap_close(map);
    if (!text || U_FAILURE(code))
        return mintu_evaluation_fail_memory(evaluation);
    *out = mintu_value_text(text);
    return true;
}

/* Options of number-format, in the order of the node's arguments after the number. */
enum { LOCALE, CURRENCY, UNIT, LEAST_DIGITS, MOST_DIGITS, OPTIONS };
static const char *const OPTION_NAMES[OPTIONS] = {"locale", "currency", "unit", "min-fraction-digits", "max-fraction-digits"};

/* ICU's number skeleton for the options; a dot, then 0 for a digit always and # for a digit when needed. */
static void write_skeleton(const mintu_value options[OPTIONS], char *skeleton, size_t room)
{
    bool money = options[CURRENCY].kind == MINTU_KIND_STRING, unit = options[UNIT].kind == MINTU_KIND_STRING;
    double least = money ? 2 : 0, most = money ? 2 : 3;
    if (options[LEAST_DIGITS].kind == MINTU_KIND_NUMBER)
        least = fmin(20, fmax(0, floor(options[LEAST_DIGITS].number)));
    most = fmax(least, most);
    if (options[MOST_DIGITS].kind == MINTU_KIND_NUMBER)
        most = fmin(20, fmax(0, floor(options[MOST_DIGITS].number)));
    least = fmin(least, most);
    int used = snprintf(skeleton, room, "rounding-mode-half-up ");
    if (most == 0)
        used += snprintf(skeleton + used, room - (size_t)used, "precision-integer");
    else
        used += snprintf(skeleton + used, room - (size_t)used, ".%.*s%.*s", (int)least, "00000000000000000000",
                         (int)(most - least), "####################");
    if (money)
        snprintf(skeleton + used, room - (size_t)used, " currency/%.8s", options[CURRENCY].text);
    else if (unit)
        snprintf(skeleton + used, room - (size_t)used, " unit-width-short unit/%.60s", options[UNIT].text);
}

/* Formats into UTF-8; NULL, with the message left, when the options are none that ICU knows. */
static const char *format_number(mintu_evaluation *evaluation, double number, const mintu_value options[OPTIONS])
{
    char skeleton[160], text[1024];
    UChar wide[160], result[512];
    int32_t length = 0;
    UErrorCode code = U_ZERO_ERROR;
    const char *locale = options[LOCALE].kind == MINTU_KIND_STRING ? options[LOCALE].text : "en";
    write_skeleton(options, skeleton, sizeof skeleton);
    u_strFromUTF8(wide, 160, &length, skeleton, -1, &code);
    UNumberFormatter *formatter = unumf_openForSkeletonAndLocale(wide, length, locale, &code);
    UFormattedNumber *formatted = unumf_openResult(&code);
    unumf_formatDouble(formatter, number, formatted, &code);
    length = unumf_resultToString(formatted, result, 512, &code);
    u_strToUTF8(text, sizeof text, &length, result, length, &code);
    unumf_closeResult(formatted);
    unumf_close(formatter);
    const char *copy = U_SUCCESS(code) ? mintu_pool_copy(evaluation->pool, text, (size_t)length) : NULL;
    if (U_SUCCESS(code) || code == U_MEMORY_ALLOCATION_ERROR)
        mintu_evaluation_fail_memory(evaluation);
    else
        mintu_evaluation_fail(evaluation, "The options of number-format are not valid.");
    return copy;
}

static bool evaluate_number_format(const mintu_node *node, mintu_evaluation *evaluation, mintu_value *out)
{
    mintu_value options[OPTIONS] = {{.kind = MINTU_KIND_NULL}}, number;
    if (!mintu_node_argument(node, 0, evaluation, &number))
        return false;
    for (size_t i = 0; i < OPTIONS; i++)
        if (node->arguments[i + 1] && !mintu_node_argument(node, i + 1, evaluation, &options[i]))
            return false;
    *out = mintu_value_text(format_number(evaluation, number.number, options));
    return out->text != NULL;
}

static mintu_node *parse_number_format(mintu_parser *parser, const json_t *array, const mintu_operator *operator)
{
    const json_t *options = json_array_get(array, 2);
    if (json_array_size(array) != 3)
        return mintu_parser_fail(parser, "Expected two arguments.");
    if (!json_is_object(options))
        return mintu_parser_fail_at(parser, 2, "NumberFormat options argument must be an object.");
    mintu_node *node = mintu_parser_node(parser, operator->evaluate, operator->type, OPTIONS + 1);
    if (!node || !(node->arguments[0] = mintu_parser_argument(parser, array, 1, &MINTU_TYPE_NUMBER)))
        return NULL;
    for (size_t i = 0; i < OPTIONS; i++) {
        if (!json_object_get(options, OPTION_NAMES[i]))
            continue;
        const mintu_type *type = i < LEAST_DIGITS ? &MINTU_TYPE_STRING : &MINTU_TYPE_NUMBER;
        node->arguments[i + 1] = mintu_parser_option(parser, array, 2, OPTION_NAMES[i], type);
        if (!node->arguments[i + 1])
            return NULL;
    }
    return node;
}

/* Pango shapes every script, so every text is supported. */
static bool evaluate_script(const mintu_node *node, mintu_evaluation *evaluation, mintu_value *out)
{
    if (!mintu_node_argument(node, 0, evaluation, out))
        return false;
    *out = mintu_value_boolean(true);
    return true;
}

#define STRING &MINTU_TYPE_STRING

const mintu_operator MINTU_OPERATORS_STRING[] = {
    {"concat", NULL, evaluate_concat, STRING, 0, -1, {&MINTU_TYPE_VALUE}, 0, 0},
    {"upcase", NULL, evaluate_letters, STRING, 1, 1, {STRING}, 0, 'u'},
    {"downcase", NULL, evaluate_letters, STRING, 1, 1, {STRING}, 0, 'd'},
    {"number-format", parse_number_format, evaluate_number_format, STRING, 0, 0, {NULL}, 0, 0},
    {"is-supported-script", NULL, evaluate_script, &MINTU_TYPE_BOOLEAN, 1, 1, {STRING}, 0, 0},
    {0},
};
