#include "style/spec_filter.h"

#include "base/message.h"
#include "style/spec_expression.h"

#include <string.h>

static const char COMPARISONS[] = "== != > >= < <=";

typedef enum reading { NEUTRAL = 0, LEGACY, EXPRESSION } reading;

static reading classify(const json_t *filter);

/* One part that only an expression can be settles it for the whole. */
static reading classify_parts(const json_t *filter)
{
    reading found = NEUTRAL;
    for (size_t i = 1; i < json_array_size(filter) && found != EXPRESSION; i++) {
        reading part = classify(json_array_get(filter, i));
        found = part > found ? part : found;
    }
    return found;
}

/* As the specification's reference implementation tells them apart. */
static reading classify(const json_t *filter)
{
    const char *name = json_string_value(json_array_get(filter, 0));
    const json_t *first = json_array_get(filter, 1), *second = json_array_get(filter, 2);
    const char *key = json_string_value(first);
    size_t size = json_array_size(filter);
    if (json_is_boolean(filter))
        return NEUTRAL;
    if (size == 0)
        return LEGACY;
    if (!name)
        return EXPRESSION;
    if (strcmp(name, "has") == 0)
        return size < 2 || (key && mintu_spec_lists("$id $type", key)) ? LEGACY : size == 2 ? NEUTRAL : EXPRESSION;
    if (strcmp(name, "in") == 0)
        return size >= 3 && (!key || json_is_array(second)) ? EXPRESSION : LEGACY;
    if (mintu_spec_lists("!in !has none", name))
        return LEGACY;
    if (mintu_spec_lists(COMPARISONS, name))
        return size != 3 || json_is_array(first) || json_is_array(second) ? EXPRESSION : LEGACY;
    return mintu_spec_lists("any all", name) ? classify_parts(filter) : EXPRESSION;
}

static bool refuse(mintu_parser *parser, const char *text)
{
    return mintu_parser_note(parser, MINTU_STATUS_INPUT, NULL, "%s", mintu_message(text));
}

/* ["==", key, value], ["in", key, value, …]. */
static bool check_values(mintu_parser *parser, const char *name, const json_t *filter)
{
    const char *key = json_string_value(json_array_get(filter, 1));
    size_t size = json_array_size(filter);
    bool compared = mintu_spec_lists(COMPARISONS, name), typed = key && strcmp(key, "$type") == 0;
    if (compared && size != 3)
        return mintu_parser_note(parser, MINTU_STATUS_INPUT, NULL, "a filter with \"%s\" must have 3 items", name);
    if (typed && (name[0] == '<' || name[0] == '>'))
        return mintu_parser_note(parser, MINTU_STATUS_INPUT, NULL, "\"$type\" cannot be compared by \"%s\"", name);
    if (size >= 2 && !key)
        return refuse(parser, "the second item of a filter must be the name of a property");
    for (size_t i = 2; i < size; i++) {
        const json_t *value = json_array_get(filter, i);
        const char *text = json_string_value(value);
        if (typed && !(text && mintu_spec_lists("Point LineString Polygon", text)))
            return refuse(parser, "\"$type\" is one of Point, LineString, Polygon");
        if (!text && !json_is_number(value) && !json_is_boolean(value))
            return refuse(parser, "the values of a filter must be strings, numbers or booleans");
    }
    return true;
}

static bool check_legacy(mintu_parser *parser, const json_t *filter);

static bool check_parts(mintu_parser *parser, const json_t *filter)
{
    bool good = true;
    for (size_t i = 1; good && i < json_array_size(filter); i++) {
        const mintu_path step = {parser->path, NULL, i};
        parser->path = &step;
        good = check_legacy(parser, json_array_get(filter, i));
        parser->path = step.up;
    }
    return good;
}

static bool check_legacy(mintu_parser *parser, const json_t *filter)
{
    const char *name = json_string_value(json_array_get(filter, 0));
    if (!json_is_array(filter))
        return mintu_parser_note(parser, MINTU_STATUS_INPUT, NULL, "a filter must be an array, but is of type %s",
                                 mintu_json_type_text(filter));
    if (!name || (!mintu_spec_lists(COMPARISONS, name) && !mintu_spec_lists("in !in all any none has !has", name)))
        return refuse(parser, "a filter must begin with one of ==, !=, >, >=, <, <=, in, !in, all, any, none, has, !has");
    if (mintu_spec_lists("all any none", name))
        return check_parts(parser, filter);
    if (mintu_spec_lists("has !has", name))
        return (json_array_size(filter) == 2 && json_is_string(json_array_get(filter, 1))) ||
               mintu_parser_note(parser, MINTU_STATUS_INPUT, NULL, "\"%s\" must be followed by the name of a property", name);
    return check_values(parser, name, filter);
}

bool mintu_spec_check_filter(mintu_parser *parser, const json_t *json)
{
    if (classify(json) == LEGACY)
        return check_legacy(parser, json);
    const mintu_node *node = mintu_spec_expression(parser, NULL, json);
    return node && (!(node->flags & MINTU_NODE_STATE) || refuse(parser, "\"feature-state\" cannot be used in a filter"));
}
