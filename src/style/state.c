#include "style/state.h"

#include <string.h>

static bool read_state(mintu_parser *parser, void *into, const json_t *json)
{
    static const mintu_object_member members[] = {{.key = "default"}, {0}};
    if (!json_object_get(json, "default"))
        return mintu_parser_remark(parser, NULL, "the state \"%s\" has no \"default\" and is null", parser->path->key);
    return mintu_parser_read_members(parser, json, "a state", members, into);
}

bool mintu_style_read_state(mintu_parser *parser, void *into, const json_t *json)
{
    mintu_style *style = into;
    style->state = parser->state = json;
    return mintu_parser_read_each(parser, json, read_state, style);
}

const char *mintu_style_state_text(const mintu_style *style, const char *name)
{
    return json_string_value(json_object_get(json_object_get(style->state, name), "default"));
}

const char *mintu_style_language(const mintu_style *style, const char *asked)
{
    const char *own = mintu_style_state_text(style, "lang");
    return strcmp(asked ? asked : own ? own : "", "en") == 0 ? "en" : "zh";
}
