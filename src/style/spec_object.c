#include "style/spec_object.h"

#include "base/message.h"
#include "expression/suggest.h"

#include <string.h>

const mintu_spec *mintu_spec_transition(const mintu_spec *rows, const char *name)
{
    static const char ending[] = "-transition";
    size_t size = strlen(name), tail = sizeof ending - 1;
    for (; size > tail && strcmp(name + size - tail, ending) == 0 && rows->name; rows++)
        if ((rows->flags & MINTU_SPEC_EASED) && strlen(rows->name) == size - tail &&
            strncmp(rows->name, name, size - tail) == 0)
            return rows;
    return NULL;
}

static bool refuse_member(mintu_parser *parser, const mintu_spec *rows, const char *what, const char *name)
{
    mintu_suggestion near = {.name = name};
    for (; rows->name; rows++)
        mintu_suggestion_try(&near, rows->name);
    return mintu_parser_note(parser, MINTU_STATUS_INPUT, NULL, "\"%s\" is no member of %s%s%s%s", name, mintu_message(what),
                             near.best ? mintu_message("; did you mean \"") : mintu_message("; remove it"),
                             near.best ? near.best : "", near.best ? "\"?" : "");
}

static bool check_member(mintu_parser *parser, const mintu_spec *rows, const char *what, const json_t *json,
                         mintu_spec_check_fn *check)
{
    const char *name = parser->path->key;
    const mintu_spec *row = mintu_spec_find(rows, name);
    if (row)
        return check(parser, row, MINTU_SPEC_MEMBER, json);
    return mintu_spec_transition(rows, name)
               ? mintu_spec_members(parser, mintu_spec_rows("transition"), "a transition", json, check)
               : refuse_member(parser, rows, what, name);
}

bool mintu_spec_members(mintu_parser *parser, const mintu_spec *rows, const char *what, const json_t *json,
                        mintu_spec_check_fn *check)
{
    const char *key;
    json_t *value;
    bool good = json_is_object(json);
    if (!good)
        return mintu_parser_note(parser, MINTU_STATUS_INPUT, NULL, "%s must be an object, but is of type %s",
                                 mintu_message(what), mintu_json_type_text(json));
    json_object_foreach((json_t *)json, key, value)
    {
        const mintu_path step = {parser->path, key, 0};
        parser->path = &step;
        good = good && check_member(parser, rows, what, value, check);
        parser->path = step.up;
    }
    for (; good && rows->name; rows++)
        if ((rows->flags & MINTU_SPEC_NEEDED) && !json_object_get(json, rows->name))
            good = mintu_parser_note(parser, MINTU_STATUS_INPUT, NULL, "%s needs a member \"%s\"", mintu_message(what),
                                     rows->name);
    return good;
}

/* Every item of an array, or member of an object, must be a string. */
static bool are_texts(const json_t *json)
{
    const char *key;
    json_t *value;
    for (size_t i = 0; i < json_array_size(json); i++)
        if (!json_is_string(json_array_get(json, i)))
            return false;
    json_object_foreach((json_t *)json, key, value)
    {
        if (!json_is_string(value))
            return false;
    }
    return true;
}

/* True when no two objects of the array have the same text for a key. */
static bool are_unique(const json_t *array, const char *key)
{
    for (size_t i = 1; i < json_array_size(array); i++)
        for (size_t j = 0; j < i; j++) {
            const char *a = json_string_value(json_object_get(json_array_get(array, i), key)),
                       *b = json_string_value(json_object_get(json_array_get(array, j), key));
            if (a && b && strcmp(a, b) == 0)
                return false;
        }
    return true;
}

enum { SPRITES_MOST = 1000 };

static bool check_sprite(mintu_parser *parser, mintu_spec_check_fn *check, const json_t *json)
{
    static const mintu_spec members[] = {{.name = "id", .type = MINTU_SPEC_STRING, .flags = MINTU_SPEC_NEEDED},
                                         {.name = "url", .type = MINTU_SPEC_STRING, .flags = MINTU_SPEC_NEEDED},
                                         {0}};
    bool good = json_is_string(json) || (json_is_array(json) && json_array_size(json) <= SPRITES_MOST);
    if (!good)
        return mintu_parser_note(parser, MINTU_STATUS_INPUT, NULL,
                                 "\"sprite\" must be an address, or an array of {\"id\": …, \"url\": …}");
    for (size_t i = 0; good && i < json_array_size(json); i++) {
        const mintu_path step = {parser->path, NULL, i};
        parser->path = &step;
        good = mintu_spec_members(parser, members, "a sprite", json_array_get(json, i), check);
        parser->path = step.up;
    }
    if (!good || (are_unique(json, "id") && are_unique(json, "url")))
        return good;
    return mintu_parser_note(parser, MINTU_STATUS_INPUT, NULL, "two sprites have the same \"id\" or \"url\"");
}

static bool check_face(mintu_parser *parser, mintu_spec_check_fn *check, const json_t *faces)
{
    static const mintu_spec members[] = {{.name = "url", .type = MINTU_SPEC_STRING, .flags = MINTU_SPEC_NEEDED},
                                         {.name = "unicode-range", .type = MINTU_SPEC_STRINGS},
                                         {0}};
    bool good = json_is_string(faces) || json_is_array(faces);
    if (!good)
        return mintu_parser_note(parser, MINTU_STATUS_INPUT, NULL, "a font must be an address or an array of faces");
    for (size_t i = 0; good && i < json_array_size(faces); i++) {
        const mintu_path step = {parser->path, NULL, i};
        parser->path = &step;
        good = mintu_spec_members(parser, members, "a face", json_array_get(faces, i), check);
        parser->path = step.up;
    }
    return good;
}

static bool check_fonts(mintu_parser *parser, mintu_spec_check_fn *check, const json_t *json)
{
    const char *key;
    json_t *value;
    bool good = json_is_object(json);
    if (!good)
        return mintu_parser_note(parser, MINTU_STATUS_INPUT, NULL, "\"font-faces\" must be an object");
    json_object_foreach((json_t *)json, key, value)
    {
        const mintu_path step = {parser->path, key, 0};
        parser->path = &step;
        good = good && check_face(parser, check, value);
        parser->path = step.up;
    }
    return good;
}

static bool check_glyphs(mintu_parser *parser, const json_t *json)
{
    const char *text = json_string_value(json);
    return (text && strstr(text, "{fontstack}") && strstr(text, "{range}")) ||
           mintu_parser_note(parser, MINTU_STATUS_INPUT, NULL,
                             "\"glyphs\" must be an address that holds {fontstack} and {range}");
}

bool mintu_spec_check_object(mintu_parser *parser, const mintu_spec *spec, const json_t *json, mintu_spec_check_fn *check)
{
    switch (spec->type) {
    case MINTU_SPEC_GLYPHS:
        return check_glyphs(parser, json);
    case MINTU_SPEC_SPRITE:
        return check_sprite(parser, check, json);
    case MINTU_SPEC_FONTS:
        return check_fonts(parser, check, json);
    case MINTU_SPEC_PROMOTE:
        return are_texts(json) || mintu_parser_note(parser, MINTU_STATUS_INPUT, NULL,
                                                    "\"promoteId\" must be the name of a property, or an object of such names");
    case MINTU_SPEC_STATE:
        return json_is_object(json) ||
               mintu_parser_note(parser, MINTU_STATUS_INPUT, NULL, "\"state\" is of type %s, but must be of type object",
                                 mintu_json_type_text(json));
    default:
        return mintu_spec_members(parser, mintu_spec_rows(spec->values), spec->name, json, check);
    }
}
