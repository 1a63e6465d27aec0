#include "style/spec_value.h"

#include "base/message.h"
#include "style/spec_expression.h"
#include "style/spec_filter.h"
#include "style/spec_function.h"
#include "style/spec_object.h"

#include <stdint.h>
#include <string.h>

bool mintu_spec_is_usual(const mintu_spec *spec, const json_t *json)
{
    json_t *usual = spec->usual ? json_loads(spec->usual, JSON_DECODE_ANY, NULL) : NULL;
    bool same = json_is_number(usual) ? json_is_number(json) && json_number_value(usual) == json_number_value(json)
                                      : usual && json_equal(usual, json);
    json_decref(usual);
    return same;
}

static bool refuse_type(mintu_parser *parser, const mintu_spec *spec, const char *wanted, const json_t *json)
{
    const char *found = mintu_json_type_text(json);
    if (json_is_null(json))
        return mintu_parser_note(parser, MINTU_STATUS_INPUT, NULL,
                                 "\"%s\" is null, but must be of type %s; leave it out for the default", spec->name, wanted);
    return mintu_parser_note(parser, MINTU_STATUS_INPUT, NULL, "\"%s\" is of type %s, but must be %s", spec->name, found,
                             wanted);
}

static bool check_number(mintu_parser *parser, const mintu_spec *spec, const json_t *json)
{
    double number = json_number_value(json);
    bool bounded = spec->least != 0 || spec->most != 0;
    if (!json_is_number(json))
        return refuse_type(parser, spec, "number", json);
    if (!bounded || (number >= spec->least && number <= spec->most))
        return true;
    if (spec->most < 1e300)
        return mintu_parser_note(parser, MINTU_STATUS_INPUT, NULL, "\"%s\" is %g, but must be between %g and %g", spec->name,
                                 number, spec->least, spec->most);
    return mintu_parser_note(parser, MINTU_STATUS_INPUT, NULL, "\"%s\" is %g, but must be at least %g", spec->name, number,
                             spec->least);
}

/* "a, b, c" out of "a b c". */
static void list_words(const char *words, char *list, size_t room)
{
    size_t used = 0;
    for (; *words && used + 3 < room; words++) {
        if (*words == ' ')
            list[used++] = ',';
        list[used++] = *words;
    }
    list[used] = '\0';
}

static bool check_word(mintu_parser *parser, const mintu_spec *spec, const json_t *json)
{
    char list[200];
    const char *text = json_string_value(json);
    if (text && mintu_spec_lists(spec->values, text))
        return true;
    list_words(spec->values, list, sizeof list);
    if (!text)
        return mintu_parser_note(parser, MINTU_STATUS_INPUT, NULL, "\"%s\" is of type %s, but must be one of %s", spec->name,
                                 mintu_json_type_text(json), list);
    return mintu_parser_note(parser, MINTU_STATUS_INPUT, NULL, "\"%s\" is \"%s\", but must be one of %s", spec->name, text,
                             list);
}

static bool check_color(mintu_parser *parser, const mintu_spec *spec, const json_t *json)
{
    mintu_color color;
    if (!json_is_string(json))
        return refuse_type(parser, spec, "color", json);
    return mintu_color_parse(json_string_value(json), &color) ||
           mintu_parser_note(parser, MINTU_STATUS_INPUT, NULL, "\"%s\" is no color: Could not parse color from value '%s'",
                             spec->name, json_string_value(json));
}

/* Every item of an array as a value of its own. */
static bool check_items(mintu_parser *parser, const mintu_spec *item, const json_t *json)
{
    bool good = true;
    for (size_t i = 0; good && i < json_array_size(json); i++) {
        const mintu_path step = {parser->path, NULL, i};
        parser->path = &step;
        good = mintu_spec_check(parser, item, MINTU_SPEC_MEMBER, json_array_get(json, i));
        parser->path = step.up;
    }
    return good;
}

static bool check_array(mintu_parser *parser, const mintu_spec *spec, mintu_spec_type type, const json_t *json)
{
    const mintu_spec item = {.name = spec->name, .type = type, .values = spec->values};
    if (!json_is_array(json))
        return refuse_type(parser, spec, "array", json);
    if (spec->length && json_array_size(json) != spec->length)
        return mintu_parser_note(parser, MINTU_STATUS_INPUT, NULL, "\"%s\" must be an array of %zu items, but has %zu",
                                 spec->name, spec->length, json_array_size(json));
    return check_items(parser, &item, json);
}

/* A value alone, or an array of one to so many. */
static bool check_several(mintu_parser *parser, const mintu_spec *spec, mintu_spec_type type, const json_t *json)
{
    const mintu_spec item = {.name = spec->name, .type = type};
    size_t count = json_array_size(json), most = spec->type == MINTU_SPEC_PADDING ? 4 : SIZE_MAX;
    if (!json_is_array(json))
        return mintu_spec_check(parser, &item, MINTU_SPEC_MEMBER, json);
    if (count < 1 || count > most)
        return mintu_parser_note(parser, MINTU_STATUS_INPUT, NULL, "\"%s\" must have %s, but has %zu", spec->name,
                                 most == 4 ? mintu_message("1 to 4 items") : mintu_message("at least one item"), count);
    return check_items(parser, &item, json);
}

static bool check_anchors(mintu_parser *parser, const mintu_spec *spec, const json_t *json)
{
    const mintu_spec anchor = *mintu_spec_find(mintu_spec_rows("layout_symbol"), "text-anchor"),
                     offset = {.name = spec->name, .type = MINTU_SPEC_ARRAY, .length = 2};
    size_t count = json_array_size(json);
    bool good = count > 0 && count % 2 == 0;
    if (!good)
        return mintu_parser_note(parser, MINTU_STATUS_INPUT, NULL,
                                 "\"%s\" must be an array of anchors, each followed by an array of two numbers", spec->name);
    for (size_t i = 0; good && i < count; i++) {
        const mintu_path step = {parser->path, NULL, i};
        parser->path = &step;
        good = i % 2 ? check_array(parser, &offset, MINTU_SPEC_NUMBER, json_array_get(json, i))
                     : check_word(parser, &anchor, json_array_get(json, i));
        parser->path = step.up;
    }
    return good;
}

static bool check_coordinates(mintu_parser *parser, const mintu_spec *spec, const json_t *json)
{
    const mintu_spec pair = {.name = spec->name, .type = MINTU_SPEC_ARRAY, .length = 2};
    if (json_array_size(json) != spec->length)
        return mintu_parser_note(parser, MINTU_STATUS_INPUT, NULL, "\"%s\" must be an array of %zu positions", spec->name,
                                 spec->length);
    return check_items(parser, &pair, json);
}

/* A name; two names and a number between; or what looks like an expression. */
static bool check_projection(mintu_parser *parser, const mintu_spec *spec, const json_t *json)
{
    bool three = json_array_size(json) == 3 && json_is_string(json_array_get(json, 0)) &&
                 json_is_string(json_array_get(json, 1)) && json_is_number(json_array_get(json, 2));
    return json_is_string(json) || three ||
           mintu_parser_note(parser, MINTU_STATUS_INPUT, NULL, "\"%s\" must be the name of a projection", spec->name);
}

static bool check_text(mintu_parser *parser, const mintu_spec *spec, const json_t *json)
{
    if (json_is_string(json))
        return true;
    if (json_is_array(json) && (spec->flags & MINTU_SPEC_BY))
        return mintu_spec_check_expression(parser, spec, MINTU_SPEC_MEMBER, json);
    return mintu_parser_note(parser, MINTU_STATUS_INPUT, NULL, "\"%s\" must be a string%s, but is of type %s", spec->name,
                             spec->flags & MINTU_SPEC_BY ? mintu_message(" or an expression") : "", mintu_json_type_text(json));
}

static bool check_constant(mintu_parser *parser, const mintu_spec *spec, const json_t *json)
{
    switch (spec->type) {
    case MINTU_SPEC_ANY:
        return true;
    case MINTU_SPEC_NUMBER:
        return check_number(parser, spec, json);
    case MINTU_SPEC_BOOLEAN:
        return json_is_boolean(json) || refuse_type(parser, spec, "boolean", json);
    case MINTU_SPEC_COLOR:
        return check_color(parser, spec, json);
    case MINTU_SPEC_ENUM:
        return check_word(parser, spec, json);
    case MINTU_SPEC_STRING:
    case MINTU_SPEC_FORMATTED:
    case MINTU_SPEC_IMAGE:
        return check_text(parser, spec, json);
    case MINTU_SPEC_ARRAY:
        return check_array(parser, spec, MINTU_SPEC_NUMBER, json);
    case MINTU_SPEC_STRINGS:
        return check_array(parser, spec, MINTU_SPEC_STRING, json);
    case MINTU_SPEC_ENUMS:
        return check_array(parser, spec, MINTU_SPEC_ENUM, json);
    case MINTU_SPEC_PADDING:
    case MINTU_SPEC_NUMBERS:
        return check_several(parser, spec, MINTU_SPEC_NUMBER, json);
    case MINTU_SPEC_COLORS:
        return check_several(parser, spec, MINTU_SPEC_COLOR, json);
    case MINTU_SPEC_ANCHORS:
        return check_anchors(parser, spec, json);
    case MINTU_SPEC_PROJECTION:
        return check_projection(parser, spec, json);
    case MINTU_SPEC_COORDINATES:
        return check_coordinates(parser, spec, json);
    case MINTU_SPEC_FILTER:
        return mintu_spec_check_filter(parser, json);
    default:
        return mintu_spec_check_object(parser, spec, json, mintu_spec_check);
    }
}

/* "{name}" alone, which only texts with tokens may be. */
static bool is_token(const char *text)
{
    size_t size = strlen(text);
    return size > 2 && text[0] == '{' && strchr(text, '}') == text + size - 1;
}

bool mintu_spec_check(mintu_parser *parser, const mintu_spec *spec, mintu_spec_place place, const json_t *json)
{
    const char *text = json_string_value(json);
    if (place != MINTU_SPEC_MEMBER && text && (spec->flags & MINTU_SPEC_DATA) && !(spec->flags & MINTU_SPEC_TOKENS) &&
        is_token(text))
        return mintu_parser_note(parser, MINTU_STATUS_INPUT, NULL,
                                 "\"%s\" is \"%s\", but takes no {tokens}; write the expression [\"get\",\"%.*s\"]", spec->name,
                                 text, (int)strlen(text) - 2, text + 1);
    if ((spec->flags & MINTU_SPEC_BY) && json_is_object(json))
        return mintu_spec_check_function(parser, spec, json, mintu_spec_check);
    if ((spec->flags & MINTU_SPEC_BY) && mintu_spec_is_expression(json))
        return mintu_spec_check_expression(parser, spec, place, json);
    return check_constant(parser, spec, json);
}

bool mintu_spec_check_members(mintu_parser *parser, const mintu_spec *rows, const char *what, const json_t *json)
{
    return mintu_spec_members(parser, rows, what, json, mintu_spec_check);
}
