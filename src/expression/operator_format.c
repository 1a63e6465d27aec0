/* format and image, collator and resolved-locale: values with options of their own. */
#include "expression/operator_format.h"

#include "expression/expression_parser.h"
#include "expression/operator_group.h"
#include "expression/parser_error.h"
#include "expression/parser_node.h"
#include "expression/value_text.h"

#include <math.h>
#include <string.h>
#include <unicode/ucol.h>
#include <unicode/uloc.h>
#include <unicode/ustring.h>

/* Arguments of a format node: for each section its content and its four options, which may be NULL. */
enum { CONTENT, SCALE, FONT, COLOR, ALIGN, PARTS };

static bool evaluate_section(const mintu_node *node, size_t first, mintu_evaluation *evaluation, mintu_section *out)
{
    mintu_value *parts = mintu_evaluation_take(evaluation, PARTS * sizeof *parts);
    for (size_t i = 0; parts && i < PARTS; i++)
        if (node->arguments[first + i] && !mintu_node_argument(node, first + i, evaluation, &parts[i]))
            return false;
    if (!parts)
        return false;
    bool image = parts[CONTENT].kind == MINTU_KIND_IMAGE;
    *out = (mintu_section){
        .text = image ? "" : mintu_value_to_text(evaluation->pool, &parts[CONTENT]),
        .image = image ? parts[CONTENT].text : NULL,
        .scale = node->arguments[first + SCALE] ? parts[SCALE].number : (double)NAN,
        .fonts = node->arguments[first + FONT] ? &parts[FONT] : NULL,
        .color = node->arguments[first + COLOR] ? &parts[COLOR] : NULL,
        .align = node->arguments[first + ALIGN] ? parts[ALIGN].text : NULL,
    };
    return out->text ? true : mintu_evaluation_fail_memory(evaluation);
}

static bool evaluate_format(const mintu_node *node, mintu_evaluation *evaluation, mintu_value *out)
{
    size_t count = node->count / PARTS;
    mintu_formatted *formatted = mintu_evaluation_take(evaluation, sizeof *formatted + count * sizeof formatted->sections[0]);
    if (!formatted)
        return false;
    formatted->count = count;
    for (size_t i = 0; i < count; i++)
        if (!evaluate_section(node, i * PARTS, evaluation, &formatted->sections[i]))
            return false;
    *out = (mintu_value){.kind = MINTU_KIND_FORMATTED, .formatted = formatted};
    return true;
}

static bool check_align(mintu_parser *parser, const json_t *options)
{
    const char *align = json_string_value(json_object_get(options, "vertical-align"));
    if (align && strcmp(align, "bottom") != 0 && strcmp(align, "center") != 0 && strcmp(align, "top") != 0)
        mintu_parser_fail(parser, "'vertical-align' must be one of: 'bottom', 'center', 'top' but found '%s' instead.", align);
    return parser->status == MINTU_STATUS_OK;
}

static bool parse_section_options(mintu_parser *parser, const json_t *array, size_t index, mintu_node **parts)
{
    static const char *const names[PARTS] = {NULL, "font-scale", "text-font", "text-color", "vertical-align"};
    static const mintu_type *const types[PARTS] = {NULL, &MINTU_TYPE_NUMBER, &MINTU_TYPE_STRINGS, &MINTU_TYPE_COLOR,
                                                   &MINTU_TYPE_STRING};
    const json_t *options = json_array_get(array, index);
    if (parser->document && json_object_size(options)) {
        mintu_parser_refuse(parser,
                            "Options of \"format\" are not supported: print draws a label in one size, font and colour; use "
                            "{} and the layer's own properties, or a second layer.");
        return false;
    }
    if (!check_align(parser, options))
        return false;
    for (size_t i = 1; i < PARTS; i++) {
        if (!json_object_get(options, names[i]))
            continue;
        parts[i] = mintu_parser_option(parser, array, index, names[i], types[i]);
        if (!parts[i])
            return false;
    }
    return true;
}

static bool parse_content(mintu_parser *parser, const json_t *array, size_t index, mintu_node **parts)
{
    mintu_node *content = parts[CONTENT] = mintu_parser_argument(parser, array, index, &MINTU_TYPE_VALUE);
    if (!content)
        return false;
    mintu_kind kind = content->type->kind;
    if (kind == MINTU_KIND_IMAGE && parser->document)
        mintu_parser_refuse(parser, "Images in a text are not supported; use icon-image.");
    else if (kind != MINTU_KIND_STRING && kind != MINTU_KIND_VALUE && kind != MINTU_KIND_NULL && kind != MINTU_KIND_IMAGE)
        mintu_parser_fail(parser, "Formatted text type must be 'string', 'value', 'image' or 'null'.");
    return parser->status == MINTU_STATUS_OK;
}

static mintu_node *parse_format(mintu_parser *parser, const json_t *array, const mintu_operator *operator)
{
    size_t size = json_array_size(array), count = 0;
    if (size < 2)
        return mintu_parser_fail(parser, "Expected at least one argument.");
    if (json_is_object(json_array_get(array, 1)))
        return mintu_parser_fail(parser, "First argument must be an image or text section.");
    mintu_node *node = mintu_parser_node(parser, operator->evaluate, operator->type, (size - 1) * PARTS);
    for (size_t i = 1; node && i < size; i++) {
        bool options = json_is_object(json_array_get(array, i)) && !json_is_object(json_array_get(array, i - 1));
        count += !options;
        mintu_node **parts = &node->arguments[(count - 1) * PARTS];
        if (!(options ? parse_section_options : parse_content)(parser, array, i, parts))
            return NULL;
    }
    if (node)
        node->count = count * PARTS;
    return node;
}

static bool evaluate_image(const mintu_node *node, mintu_evaluation *evaluation, mintu_value *out)
{
    if (!mintu_node_argument(node, 0, evaluation, out))
        return false;
    *out = (mintu_value){.kind = MINTU_KIND_IMAGE, .text = out->text};
    return true;
}

static bool evaluate_collator(const mintu_node *node, mintu_evaluation *evaluation, mintu_value *out)
{
    mintu_value parts[3] = {{.kind = MINTU_KIND_NULL}, {.kind = MINTU_KIND_NULL}, {.kind = MINTU_KIND_NULL}};
    mintu_collator *collator = mintu_evaluation_take(evaluation, sizeof *collator);
    for (size_t i = 0; collator && i < 3; i++)
        if (node->arguments[i] && !mintu_node_argument(node, i, evaluation, &parts[i]))
            return false;
    if (!collator)
        return false;
    collator->case_sensitive = parts[0].kind == MINTU_KIND_BOOLEAN && parts[0].boolean;
    collator->diacritic_sensitive = parts[1].kind == MINTU_KIND_BOOLEAN && parts[1].boolean;
    collator->locale = parts[2].kind == MINTU_KIND_STRING ? parts[2].text : NULL;
    *out = (mintu_value){.kind = MINTU_KIND_COLLATOR, .collator = collator};
    return true;
}

static mintu_node *parse_collator(mintu_parser *parser, const json_t *array, const mintu_operator *operator)
{
    static const char *const names[3] = {"case-sensitive", "diacritic-sensitive", "locale"};
    const json_t *options = json_array_get(array, 1);
    if (json_array_size(array) != 2)
        return mintu_parser_fail(parser, "Expected one argument.");
    if (!json_is_object(options))
        return mintu_parser_fail_at(parser, 1, "Collator options argument must be an object.");
    mintu_node *node = mintu_parser_node(parser, operator->evaluate, operator->type, 3);
    for (size_t i = 0; node && i < 3; i++) {
        if (!json_object_get(options, names[i]))
            continue;
        node->arguments[i] = mintu_parser_option(parser, array, 1, names[i], i < 2 ? &MINTU_TYPE_BOOLEAN : &MINTU_TYPE_STRING);
        if (!node->arguments[i])
            return NULL;
    }
    return node;
}

/* The search rules of the language: they, not the sorting rules, are what MapLibre asks for. */
static UCollator *open_collator(const mintu_collator *collator)
{
    char locale[ULOC_FULLNAME_CAPACITY];
    UErrorCode code = U_ZERO_ERROR;
    uloc_forLanguageTag(collator->locale ? collator->locale : "en", locale, sizeof locale, NULL, &code);
    uloc_setKeywordValue("collation", "search", locale, sizeof locale, &code);
    UCollator *icu = ucol_open(U_SUCCESS(code) ? locale : "", &(UErrorCode){U_ZERO_ERROR});
    code = U_ZERO_ERROR;
    if (!icu)
        return NULL;
    bool accents = collator->diacritic_sensitive, letters = collator->case_sensitive;
    ucol_setStrength(icu, accents ? (letters ? UCOL_TERTIARY : UCOL_SECONDARY) : UCOL_PRIMARY);
    ucol_setAttribute(icu, UCOL_CASE_LEVEL, letters && !accents ? UCOL_ON : UCOL_OFF, &code);
    return icu;
}

int mintu_collator_compare(const mintu_collator *collator, const char *a, const char *b)
{
    UErrorCode code = U_ZERO_ERROR;
    UCollator *icu = open_collator(collator);
    if (!icu)
        return strcmp(a, b);
    UCollationResult order = ucol_strcollUTF8(icu, a, -1, b, -1, &code);
    ucol_close(icu);
    return U_FAILURE(code) ? strcmp(a, b) : order == UCOL_LESS ? -1 : order == UCOL_GREATER;
}

static bool evaluate_locale(const mintu_node *node, mintu_evaluation *evaluation, mintu_value *out)
{
    char tag[ULOC_FULLNAME_CAPACITY] = "en";
    UErrorCode code = U_ZERO_ERROR;
    if (!mintu_node_argument(node, 0, evaluation, out))
        return false;
    UCollator *icu = out->collator->locale ? ucol_open(out->collator->locale, &code) : NULL;
    if (icu && U_SUCCESS(code))
        uloc_toLanguageTag(ucol_getLocaleByType(icu, ULOC_VALID_LOCALE, &code), tag, sizeof tag, false, &code);
    ucol_close(icu);
    *out = mintu_value_text(mintu_pool_copy(evaluation->pool, tag, strlen(tag)));
    return out->text ? true : mintu_evaluation_fail_memory(evaluation);
}

const mintu_operator MINTU_OPERATORS_FORMAT[] = {
    {"format", parse_format, evaluate_format, &MINTU_TYPE_FORMATTED, 0, 0, {NULL}, 0, 0},
    {"image", NULL, evaluate_image, &MINTU_TYPE_IMAGE, 1, 1, {&MINTU_TYPE_STRING}, 0, 0},
    {"collator", parse_collator, evaluate_collator, &MINTU_TYPE_COLLATOR, 0, 0, {NULL}, 0, 0},
    {"resolved-locale", NULL, evaluate_locale, &MINTU_TYPE_STRING, 1, 1, {&MINTU_TYPE_COLLATOR}, MINTU_NODE_UNFOLDED, 0},
    {0},
};
