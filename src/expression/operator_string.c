/* Texts: concat upcase downcase number-format is-supported-script collator resolved-locale. Languages are ICU's. */
#include "base/array.h"
#include "expression/expression_parser.h"
#include "expression/operator_group.h"
#include "expression/value_text.h"
#include "format/number.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/ucasemap.h>
#include <unicode/ucurr.h>
#include <unicode/unumberformatter.h>
#include <unicode/ustring.h>

enum { TEXT_MOST = 1 << 20 }; /* bytes; variables can double a text with every line */

static bool evaluate_concat(const mintu_node *node, mintu_evaluation *evaluation, mintu_value *out)
{
    mintu_buffer text = {0};
    bool good = true;
    for (size_t i = 0; good && i < node->count; i++) {
        good = mintu_node_argument(node, i, evaluation, out);
        const char *part = good ? mintu_value_to_text(evaluation->pool, out) : "";
        if (!part)
            good = mintu_evaluation_fail_memory(evaluation);
        else if (text.size + strlen(part) > TEXT_MOST)
            good = mintu_evaluation_fail(evaluation, "The text is longer than %d bytes.", TEXT_MOST);
        else
            mintu_buffer_text(&text, part);
    }
    const char *whole = mintu_pool_buffer(evaluation->pool, &text);
    return good && mintu_evaluation_text(evaluation, whole, out);
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
        if (node->operation->code == 'u')
            ucasemap_utf8ToUpper(map, text, (int32_t)room, out->text, (int32_t)size, &code);
        else
            ucasemap_utf8ToLower(map, text, (int32_t)room, out->text, (int32_t)size, &code);
    }
    ucasemap_close(map);
    return mintu_evaluation_text(evaluation, U_SUCCESS(code) ? text : NULL, out);
}

/* Arguments of number-format. */
enum { INPUT, LOCALE, CURRENCY, UNIT, LEAST_DIGITS, MOST_DIGITS, ARGUMENTS };

static const mintu_option OPTIONS[] = {{"locale", &MINTU_TYPE_STRING},
                                       {"currency", &MINTU_TYPE_STRING},
                                       {"unit", &MINTU_TYPE_STRING},
                                       {"min-fraction-digits", &MINTU_TYPE_NUMBER},
                                       {"max-fraction-digits", &MINTU_TYPE_NUMBER},
                                       {0}};

/* How many decimals the currency is written with: 2 of CNY, 0 of JPY. */
static double currency_digits(const char *name)
{
    UChar code[4] = {0};
    UErrorCode error = U_ZERO_ERROR;
    u_charsToUChars(name, code, strlen(name) == 3 ? 3 : 0);
    int32_t digits = ucurr_getDefaultFractionDigits(code, &error);
    return U_SUCCESS(error) && digits >= 0 ? digits : 2;
}

/* ICU's number skeleton for the options; a dot, then 0 for a digit always and # for a digit when needed. */
static void write_skeleton(const mintu_value *options, char *skeleton, size_t room)
{
    bool money = options[CURRENCY].kind == MINTU_KIND_STRING, unit = options[UNIT].kind == MINTU_KIND_STRING;
    double least = money ? currency_digits(options[CURRENCY].text) : 0, most = money ? least : 3;
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

static bool apply_number_format(mintu_evaluation *evaluation, const mintu_value *arguments, mintu_value *out)
{
    char skeleton[160], text[1024];
    UChar wide[160], result[512];
    int32_t length = 0;
    UErrorCode code = U_ZERO_ERROR;
    const char *locale = arguments[LOCALE].kind == MINTU_KIND_STRING ? arguments[LOCALE].text : "en";
    write_skeleton(arguments, skeleton, sizeof skeleton);
    u_strFromUTF8(wide, 160, &length, skeleton, -1, &code);
    UNumberFormatter *formatter = unumf_openForSkeletonAndLocale(wide, length, locale, &code);
    UFormattedNumber *formatted = unumf_openResult(&code);
    unumf_formatDouble(formatter, arguments[INPUT].number, formatted, &code);
    length = unumf_resultToString(formatted, result, 512, &code);
    u_strToUTF8(text, sizeof text, &length, result, length, &code);
    unumf_closeResult(formatted);
    unumf_close(formatter);
    if (U_FAILURE(code) && code != U_MEMORY_ALLOCATION_ERROR)
        return mintu_evaluation_fail(evaluation, "The options of number-format are not valid.");
    return mintu_evaluation_text(evaluation, U_SUCCESS(code) ? mintu_pool_copy(evaluation->pool, text, (size_t)length) : NULL,
                                 out);
}

static mintu_node *parse_number_format(mintu_parser *parser, const json_t *array, const mintu_operator *operation)
{
    if (json_array_size(array) != 3)
        return mintu_parser_fail(parser, "Expected two arguments.");
    if (!json_is_object(json_array_get(array, 2)))
        return mintu_parser_fail_at(parser, 2, "NumberFormat options argument must be an object.");
    if (json_object_get(json_array_get(array, 2), "currency") && json_object_get(json_array_get(array, 2), "unit"))
        return mintu_parser_fail_at(parser, 2, "NumberFormat options `currency` and `unit` are mutually exclusive; give one.");
    mintu_node *node = mintu_parser_node(parser, operation, ARGUMENTS);
    bool good = node && mintu_parser_argument(parser, array, 1, &MINTU_TYPE_NUMBER, &node->arguments[INPUT]) &&
                mintu_parser_options(parser, array, 2, OPTIONS, &node->arguments[LOCALE]);
    return good ? node : NULL;
}

/* Pango shapes every script, so every text is supported. */
static bool apply_script(mintu_evaluation *evaluation, const mintu_value *arguments, mintu_value *out)
{
    (void)evaluation, (void)arguments;
    *out = mintu_value_boolean(true);
    return true;
}

#define STRING  &MINTU_TYPE_STRING
#define VALUE   &MINTU_TYPE_VALUE
#define BOOLEAN &MINTU_TYPE_BOOLEAN
#define ONE     .least = 1, .most = 1, .parameters = {STRING}

const mintu_operator MINTU_OPERATORS_STRING[] = {
    {"concat", NULL, evaluate_concat, .type = STRING, .most = -1, .parameters = {VALUE}},
    {"upcase", NULL, evaluate_letters, .type = STRING, ONE, .code = 'u'},
    {"downcase", NULL, evaluate_letters, .type = STRING, ONE, .code = 'd'},
    {"number-format", parse_number_format, .apply = apply_number_format, .type = STRING},
    {"is-supported-script", .apply = apply_script, .type = BOOLEAN, ONE},
    {0},
};
