#include "style/member_read.h"

#include "base/message.h"
#include "expression/suggest.h"

#include <string.h>

bool mintu_parser_recover(mintu_parser *parser)
{
    if (!parser->hear || parser->status == MINTU_STATUS_OK || parser->status == MINTU_STATUS_MEMORY)
        return false;
    parser->hear(parser);
    parser->status = MINTU_STATUS_OK;
    return true;
}

/* Refuses @p key unless it is in the table, or remarks it where the table is open. */
static bool check_key(mintu_parser *parser, const char *key, const char *what, const mintu_object_member *members)
{
    mintu_suggestion near = {.name = key};
    bool foreign = !what && strncmp(key, "mintu:", 6) != 0, open = false;
    for (; members->key && strcmp(members->key, key) != 0; members++) {
        open = open || strcmp(members->key, "*") == 0;
        mintu_suggestion_try(&near, members->key);
    }
    const char *mean = near.best ? mintu_message("; did you mean \"")
                       : open    ? ""
                                 : mintu_message("; remove it"),
               *end = near.best ? "\"?" : "";
    if (members->key || foreign)
        return true;
    if (open)
        return mintu_parser_remark(parser, key, "\"%s\" is no key of %s and is ignored%s%s%s", key, mintu_message(what), mean,
                                   near.best ? near.best : "", end);
    return mintu_parser_note(parser, MINTU_STATUS_UNSUPPORTED, key, "the %s \"%s\"%s%s is not supported%s%s%s",
                             what ? mintu_message("key") : mintu_message("metadata key"), key,
                             what ? mintu_message(" of ") : "", what ? mintu_message(what) : "", mean,
                             near.best ? near.best : "", end);
}

static bool read_member(mintu_parser *parser, const mintu_object_member *member, const json_t *json, void *into)
{
    const char *type = mintu_json_type_text(json);
    if (member->type && strcmp(type, member->type) != 0)
        return mintu_parser_note(parser, MINTU_STATUS_INPUT, NULL, "\"%s\" is of type %s, but must be of type %s", member->key,
                                 type, member->type);
    return !member->read || member->read(parser, into, json);
}

/* Reads the value that is the next step on the path. */
static bool read_step(mintu_parser *parser, mintu_path step, const mintu_object_member *member, const json_t *json, void *into)
{
    step.up = parser->path;
    parser->path = &step;
    bool good = read_member(parser, member, json, into);
    parser->path = step.up;
    return good || mintu_parser_recover(parser);
}

bool mintu_parser_read_members(mintu_parser *parser, const json_t *json, const char *what, const mintu_object_member *members,
                               void *into)
{
    const char *key;
    json_t *value;
    if (!json_is_object(json))
        return mintu_parser_note(parser, MINTU_STATUS_INPUT, NULL, "%s must be an object", mintu_message(what));
    json_object_foreach((json_t *)json, key, value)
    {
        if (!check_key(parser, key, what, members) && !mintu_parser_recover(parser))
            return false;
    }
    for (; members->key; members++) {
        value = json_object_get(json, members->key);
        if (value && !read_step(parser, (mintu_path){.key = members->key}, members, value, into))
            return false;
    }
    return true;
}

bool mintu_parser_read_each(mintu_parser *parser, const json_t *json, mintu_reader_fn *read, void *into)
{
    const mintu_object_member any = {.read = read};
    const char *key;
    json_t *value;
    for (size_t i = 0; i < json_array_size(json); i++)
        if (!read_step(parser, (mintu_path){.index = i}, &any, json_array_get(json, i), into))
            return false;
    json_object_foreach((json_t *)json, key, value)
    {
        if (!read_step(parser, (mintu_path){.key = key}, &any, value, into))
            return false;
    }
    return true;
}

bool mintu_parser_read_text(mintu_parser *parser, void *into, const json_t *json)
{
    static const mintu_object_member languages[] = {{"zh", "string", NULL}, {"en", "string", NULL}, {0}};
    if (json_is_string(json))
        return true;
    if (!json_is_object(json) || json_object_size(json) == 0)
        return mintu_parser_note(parser, MINTU_STATUS_INPUT, NULL,
                                 "a text must be a string or an object with \"zh\" or \"en\" or both, but is %s",
                                 json_is_object(json) ? "{}" : mintu_json_type_text(json));
    return mintu_parser_read_members(parser, json, "a text", languages, into);
}

bool mintu_parser_read_texts(mintu_parser *parser, void *into, const json_t *json)
{
    return mintu_parser_read_each(parser, json, mintu_parser_read_text, into);
}

const char *mintu_json_text(const json_t *json, const char *lang)
{
    if (json_is_string(json))
        return json_string_value(json);
    const char *text = lang ? json_string_value(json_object_get(json, lang)) : NULL;
    text = text ? text : json_string_value(json_object_get(json, "zh"));
    return text ? text : json_string_value(json_object_get(json, "en"));
}
