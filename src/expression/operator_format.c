/* format and image, collator and resolved-locale: values with options of their own. */
#include "expression/operator_format.h"

#include "expression/expression_parser.h"
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
    static const mintu_option known[] = {{"font-scale", &MINTU_TYPE_NUMBER},
                                         {"text-font", &MINTU_TYPE_STRINGS},
                                         {"text-color", &MINTU_TYPE_COLOR},
                                         {"vertical-align", &MINTU_TYPE_STRING},
                                         {0}};
    const json_t *options = json_array_get(array, index);
    return check_align(parser, options) && mintu_parser_options(parser, array, index, known, &parts[SCALE]);
}

static bool parse_content(mintu_parser *parser, const json_t *array, size_t index, mintu_node **parts)
{
    if (!mintu_parser_argument(parser, array, index, &MINTU_TYPE_VALUE, &parts[CONTENT]))
        return false;
    mintu_kind kind = parts[CONTENT]->type->kind;
    if (kind == MINTU_KIND_IMAGE && parser->document)
        mintu_parser_note(parser, MINTU_STATUS_UNSUPPORTED, NULL, "Images in a text are not supported; use icon-image.");
    else if (kind != MINTU_KIND_STRING && kind != MINTU_KIND_VALUE && kind != MINTU_KIND_NULL && kind != MINTU_KIND_IMAGE)
        mintu_parser_fail(parser, "Formatted text type must be 'string', 'value', 'image' or 'null'.");
    return parser->status == MINTU_STATUS_OK;
}

static mintu_node *parse_format(mintu_parser *parser, const json_t *array, const mintu_operator *operation)
{
    size_t size = json_array_size(array), count = 0;
    if (size < 2)
        return mintu_parser_fail(parser, "Expected at least one argument.");
    if (json_is_object(json_array_get(array, 1)))
        return mintu_parser_fail(parser, "First argument must be an image or text section.");
    mintu_node *node = mintu_parser_node(parser, operation, (size - 1) * PARTS);
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

static bool apply_image(mintu_evaluation *evaluation, const mintu_value *arguments, mintu_value *out)
{
    (void)evaluation;
    *out = (mintu_value){.kind = MINTU_KIND_IMAGE, .text = arguments->text};
    return true;
}

static bool apply_collator(mintu_evaluation *evaluation, const mintu_value *arguments, mintu_value *out)
{
    mintu_collator *collator = mintu_evaluation_take(evaluation, sizeof *collator);
    if (!collator)
        return false;
    collator->case_sensitive = arguments[0].kind == MINTU_KIND_BOOLEAN && arguments[0].boolean;
    collator->diacritic_sensitive = arguments[1].kind == MINTU_KIND_BOOLEAN && arguments[1].boolean;
    collator->locale = arguments[2].kind == MINTU_KIND_STRING ? arguments[2].text : NULL;
    *out = (mintu_value){.kind = MINTU_KIND_COLLATOR, .collator = collator};
    return true;
}

static mintu_node *parse_collator(mintu_parser *parser, const json_t *array, const mintu_operator *operation)
{
    static const mintu_option known[] = {{"case-sensitive", &MINTU_TYPE_BOOLEAN},
                                         {"diacritic-sensitive", &MINTU_TYPE_BOOLEAN},
                                         {"locale", &MINTU_TYPE_STRING},
                                         {0}};
    if (json_array_size(array) != 2)
        return mintu_parser_fail(parser, "Expected one argument.");
    if (!json_is_object(json_array_get(array, 1)))
        return mintu_parser_fail_at(parser, 1, "Collator options argument must be an object.");
    mintu_node *node = mintu_parser_node(parser, operation, 3);
    return node && mintu_parser_options(parser, array, 1, known, node->arguments) ? node : NULL;
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

static bool apply_locale(mintu_evaluation *evaluation, const mintu_value *arguments, mintu_value *out)
{
    char tag[ULOC_FULLNAME_CAPACITY] = "en";
    UErrorCode code = U_ZERO_ERROR;
    const char *locale = arguments->collator->locale;
    UCollator *icu = locale ? ucol_open(locale, &code) : NULL;
    if (icu && U_SUCCESS(code))
        uloc_toLanguageTag(ucol_getLocaleByType(icu, ULOC_VALID_LOCALE, &code), tag, sizeof tag, false, &code);
    ucol_close(icu);
    return mintu_evaluation_text(evaluation, mintu_pool_copy(evaluation->pool, tag, strlen(tag)), out);
}

#define STRING   &MINTU_TYPE_STRING
#define COLLATOR &MINTU_TYPE_COLLATOR
#define ONE      .least = 1, .most = 1, .parameters

const mintu_operator MINTU_OPERATORS_FORMAT[] = {
    {"format", parse_format, evaluate_format, .type = &MINTU_TYPE_FORMATTED},
    {"image", .apply = apply_image, .type = &MINTU_TYPE_IMAGE, ONE = {STRING}},
    {"collator", parse_collator, .apply = apply_collator, .type = COLLATOR},
    {"resolved-locale", .apply = apply_locale, .type = STRING, ONE = {COLLATOR}, .flags = MINTU_NODE_UNFOLDED},
    {0},
};
