/* Which properties a layer's legend is derived from, and how it words what it finds there. */
#include "style/legend_derive.h"

#include "style/decision.h"
#include "style/decision_rule.h"
#include "style/document_check.h"
#include "style/document_parts.h"
#include "style/legend_key.h"

#include <string.h>

enum { DERIVED = sizeof((mintu_style_layer *)0)->derived / sizeof(mintu_property) };

/* What a legend explains without being told; what of these follows fields that one before it does needs no key of its own. */
static const mintu_property EXPLAINED[] = {
    MINTU_PROPERTY_BACKGROUND_COLOR, MINTU_PROPERTY_FILL_COLOR,          MINTU_PROPERTY_FILL_PATTERN,
    MINTU_PROPERTY_LINE_COLOR,       MINTU_PROPERTY_LINE_WIDTH,          MINTU_PROPERTY_CIRCLE_COLOR,
    MINTU_PROPERTY_CIRCLE_RADIUS,    MINTU_PROPERTY_CIRCLE_STROKE_COLOR, MINTU_PROPERTY_ICON_IMAGE,
    MINTU_PROPERTY_ICON_COLOR,       MINTU_PROPERTY_ICON_SIZE,           MINTU_PROPERTY_TEXT_COLOR,
    MINTU_PROPERTY_TEXT_SIZE,
};

static bool is_data_driven(const mintu_style_layer *layer, mintu_property property)
{
    const mintu_node *node = layer->properties[property];
    return node && (node->flags & MINTU_NODE_FEATURE);
}

static bool add_property(mintu_parser *parser, mintu_style_layer *layer, mintu_property property, const char *key)
{
    const char *name = mintu_property_spec_of(property)->name;
    const char *obstacle = mintu_decision_obstacle(layer->properties[property], parser->pool);
    if (obstacle)
        return mintu_parser_note(parser, MINTU_STATUS_INPUT, key,
                                 "the legend of layer \"%s\" cannot be derived from its \"%s\": %s; give the legend "
                                 "\"entries\", or \"derive\": false for one line",
                                 layer->id, name, obstacle);
    if (layer->derived_count == DERIVED)
        return mintu_parser_note(parser, MINTU_STATUS_INPUT, key, "a legend is derived from at most %d properties",
                                 (int)DERIVED);
    layer->derived[layer->derived_count++] = property;
    return true;
}

/* True when properties that are explained already follow all fields that this one does. */
static bool is_covered(const mintu_style_layer *layer, mintu_property property)
{
    mintu_decider input, other;
    size_t covered = 0;
    if (!mintu_decider_read(layer->properties[property], &input))
        return false;
    for (size_t i = 0; i < input.field_count; i++) {
        bool found = false;
        for (size_t j = 0; j < layer->derived_count; j++) {
            mintu_decider_read(layer->properties[layer->derived[j]], &other);
            for (size_t k = 0; k < other.field_count; k++)
                found = found || strcmp(other.fields[k], input.fields[i]) == 0;
        }
        covered += found;
    }
    return layer->derived_count > 0 && covered == input.field_count;
}

static bool derive_all(mintu_parser *parser, mintu_style_layer *layer)
{
    for (size_t i = 0; i < sizeof EXPLAINED / sizeof *EXPLAINED && layer->derived_count < DERIVED; i++)
        if (is_data_driven(layer, EXPLAINED[i]) && !is_covered(layer, EXPLAINED[i]) &&
            !add_property(parser, layer, EXPLAINED[i], NULL))
            return false;
    return true;
}

/* The property that "derive" names, at the parser's path below member @p key. */
static bool derive_named(mintu_parser *parser, mintu_style_layer *layer, const json_t *json)
{
    const char *name = json_string_value(json);
    if (!name)
        return mintu_parser_note(parser, MINTU_STATUS_INPUT, "derive",
                                 "\"derive\" must be the name of a property, an array of names, or false");
    mintu_property property = mintu_property_find(name, layer->kind, false);
    if (property == MINTU_PROPERTY_END)
        property = mintu_property_find(name, layer->kind, true);
    if (property == MINTU_PROPERTY_END || !is_data_driven(layer, property))
        return mintu_parser_note(parser, MINTU_STATUS_INPUT, "derive",
                                 "\"%s\" is no property of the layer \"%s\" that depends on the feature, so there is "
                                 "nothing to derive a legend from",
                                 name, layer->id);
    return add_property(parser, layer, property, "derive");
}

static bool read_choice(mintu_parser *parser, const json_t *json, const char *key, const char *first, const char *second,
                        bool *is_second)
{
    const char *text = json_string_value(json_object_get(json, key));
    if (!json_object_get(json, key))
        return true;
    *is_second = text && strcmp(text, second) == 0;
    return *is_second || (text && strcmp(text, first) == 0) ||
           mintu_parser_note(parser, MINTU_STATUS_INPUT, key, "\"%s\" must be \"%s\" or \"%s\"", key, first, second);
}

static bool read_format(mintu_parser *parser, mintu_style_layer *layer, const json_t *json)
{
    static const char *const keys[] = {"decimals", "thousands", NULL};
    const json_t *decimals = json_object_get(json, "decimals");
    layer->legend_decimals = -1;
    layer->legend_thousands = true;
    if (!json)
        return true;
    if (!mintu_parser_check_keys(parser, json, keys, "\"format\"") ||
        !mintu_parser_check_member(parser, json, "thousands", "boolean"))
        return false;
    if (decimals && !(json_is_integer(decimals) && json_integer_value(decimals) >= 0 && json_integer_value(decimals) <= 9))
        return mintu_parser_note(parser, MINTU_STATUS_INPUT, "decimals", "\"decimals\" must be a whole number from 0 to 9");
    layer->legend_decimals = decimals ? (int)json_integer_value(decimals) : -1;
    layer->legend_thousands = !json_is_false(json_object_get(json, "thousands"));
    return true;
}

static bool read_labels(mintu_parser *parser, mintu_style_layer *layer, const json_t *json)
{
    const char *key;
    json_t *value;
    layer->legend_labels = json;
    json_object_foreach((json_t *)json, key, value)
    {
        if (!mintu_parser_check_text(parser, json, key))
            return false;
    }
    return true;
}

typedef bool read_block(mintu_parser *parser, mintu_style_layer *layer, const json_t *json);

/* Reads a member with a reader that knows it, the parser's path going along. */
static bool read_member(mintu_parser *parser, mintu_style_layer *layer, const json_t *json, const char *key, read_block *read)
{
    const mintu_path step = {parser->path, key, 0};
    if (!mintu_parser_check_member(parser, json, key, "object"))
        return false;
    parser->path = &step;
    bool good = read(parser, layer, json_object_get(json, key));
    parser->path = step.up;
    return good;
}

static bool read_texts(mintu_parser *parser, mintu_style_layer *layer, const json_t *json)
{
    static const char *const names[] = {"unit", "entry", "other", "no-data"};
    const json_t **texts[] = {&layer->legend_unit, &layer->legend_frame, &layer->legend_other, &layer->legend_no_data};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (!mintu_parser_check_text(parser, json, names[i]))
            return false;
        *texts[i] = json_object_get(json, names[i]);
    }
    return true;
}

bool mintu_style_read_derived(mintu_parser *parser, mintu_style_layer *layer, const json_t *json)
{
    const json_t *derive = json_object_get(json, "derive"), *name;
    size_t i;
    if (!read_member(parser, layer, json, "format", read_format) || !read_member(parser, layer, json, "labels", read_labels) ||
        !read_texts(parser, layer, json) || !read_choice(parser, json, "order", "falling", "rising", &layer->legend_rising) ||
        !read_choice(parser, json, "bounds", "style", "data", &layer->legend_narrow) ||
        !read_choice(parser, json, "empty", "omit", "keep", &layer->legend_keep))
        return false;
    if (json_object_get(json, "entries") || json_is_false(derive))
        return true;
    if (!derive)
        return !layer->legend_label || derive_all(parser, layer);
    if (!json_is_array(derive))
        return derive_named(parser, layer, derive);
    json_array_foreach(derive, i, name)
    {
        if (!derive_named(parser, layer, name))
            return false;
    }
    return json_array_size(derive) > 0 ||
           mintu_parser_note(parser, MINTU_STATUS_INPUT, "derive", "\"derive\" names no property; write false for one line");
}

size_t mintu_style_legend_derived(const mintu_style_layer *layer, const mintu_property **out)
{
    *out = layer->derived;
    return layer->derived_count;
}

const char *mintu_style_legend_frame(const mintu_style_layer *layer, const char *lang)
{
    return mintu_json_text(layer->legend_frame, lang);
}
