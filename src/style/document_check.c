/* Checks that all readers share. */
#include "style/document_check.h"

#include "expression/parser_error.h"
#include "expression/suggest.h"
#include "style/document_parts.h"

#include <string.h>

bool mintu_parser_recover(mintu_parser *parser)
{
    if (!parser->hear || parser->status == MINTU_STATUS_OK || parser->status == MINTU_STATUS_MEMORY)
        return false;
    parser->hear(parser);
    parser->status = MINTU_STATUS_OK;
    return true;
}

bool mintu_parser_check_keys(mintu_parser *parser, const json_t *json, const char *const *keys, const char *what)
{
    const char *key;
    json_t *value;
    json_object_foreach((json_t *)json, key, value)
    {
        if (mintu_text_listed(key, keys))
            continue;
        const char *near = mintu_suggest(key, keys);
        mintu_parser_note(parser, MINTU_STATUS_UNSUPPORTED, key, "the key \"%s\" of %s is not supported%s%s%s", key, what,
                          near ? "; did you mean \"" : "; remove it", near ? near : "", near ? "\"?" : "");
        if (!mintu_parser_recover(parser))
            return false;
    }
    return true;
}

bool mintu_parser_check_member(mintu_parser *parser, const json_t *json, const char *key, const char *type)
{
    const json_t *value = json_object_get(json, key);
    if (!value || strcmp(mintu_json_type_text(value), type) == 0)
        return true;
    return mintu_parser_note(parser, MINTU_STATUS_INPUT, key, "\"%s\" is of type %s, but must be of type %s", key,
                             mintu_json_type_text(value), type);
}

bool mintu_parser_check_text_value(mintu_parser *parser, const json_t *value)
{
    static const char *const languages[] = {"zh", "en", NULL};
    if (json_is_string(value))
        return true;
    if (!json_is_object(value) || json_object_size(value) == 0)
        return mintu_parser_note(parser, MINTU_STATUS_INPUT, NULL,
                                 "a text must be a string or an object with \"zh\" or \"en\" or both, but is %s",
                                 json_is_object(value) ? "{}" : mintu_json_type_text(value));
    return mintu_parser_check_keys(parser, value, languages, "a text") &&
           mintu_parser_check_member(parser, value, "zh", "string") && mintu_parser_check_member(parser, value, "en", "string");
}

bool mintu_parser_check_text(mintu_parser *parser, const json_t *json, const char *key)
{
    const json_t *value = json_object_get(json, key);
    const mintu_path step = {parser->path, key, 0};
    if (!value)
        return true;
    parser->path = &step;
    bool good = mintu_parser_check_text_value(parser, value);
    parser->path = step.up;
    return good;
}

const char *mintu_json_text(const json_t *json, const char *lang)
{
    if (json_is_string(json))
        return json_string_value(json);
    const char *text = lang ? json_string_value(json_object_get(json, lang)) : NULL;
    text = text ? text : json_string_value(json_object_get(json, "zh"));
    return text ? text : json_string_value(json_object_get(json, "en"));
}
