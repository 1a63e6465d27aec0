/* The document's member `state`: what ["global-state", NAME] is when nobody sets it. */
#include "style/state.h"

#include "style/document_check.h"
#include "style/document_parts.h"

bool mintu_style_read_state(mintu_parser *parser, mintu_style *style, const json_t *json)
{
    static const char *const keys[] = {"default", NULL};
    const char *name;
    json_t *value;
    json_object_foreach((json_t *)json, name, value)
    {
        const mintu_path step = {parser->path, name, 0};
        if (!mintu_parser_check_member(parser, json, name, "object"))
            return false;
        parser->path = &step;
        bool good = mintu_parser_check_keys(parser, value, keys, "a state") &&
                    (json_object_get(value, "default") ||
                     mintu_parser_note(parser, MINTU_STATUS_INPUT, NULL, "the state \"%s\" has no \"default\"", name));
        parser->path = step.up;
        if (!good)
            return false;
    }
    style->state = parser->state = json;
    return true;
}

const char *mintu_style_state_text(const mintu_style *style, const char *name)
{
    return json_string_value(json_object_get(json_object_get(style->state, name), "default"));
}
