#include "style/legend_derive.h"

#include "base/message.h"
#include "expression/parser_node.h"
#include "style/decision_rule.h"
#include "style/member_read.h"

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

/* A map can be drawn without it: the legend has no entry of the layer then, rather than a false one, and each run tells so. */
static bool leave_out(mintu_parser *parser, mintu_style_layer *layer, mintu_property property, const char *obstacle)
{
    mintu_buffer text = {0};
    mintu_buffer_format(
        &text,
        mintu_message("the legend of layer \"%s\" cannot be derived from its \"%s\": %s; the map has no entry for it; give "
                      "the legend \"entries\", or \"derive\": false for one line"),
        layer->id, mintu_property_spec_of(property)->name, mintu_message(obstacle));
    layer->legend_gap = mintu_pool_buffer(parser->pool, &text);
    return layer->legend_gap || mintu_parser_fail_memory(parser);
}

static bool add_property(mintu_parser *parser, mintu_style_layer *layer, mintu_property property, const char *key)
{
    const char *obstacle = mintu_decision_obstacle(layer->properties[property], parser->pool);
    if (obstacle)
        return leave_out(parser, layer, property, obstacle) && mintu_parser_remark(parser, key, "%s", layer->legend_gap);
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
            found = found || mintu_decider_asks(&other, input.fields[i]);
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

bool mintu_style_read_derived(mintu_parser *parser, mintu_style_layer *layer, const json_t *derive)
{
    if (!derive)
        return !layer->legend_label || derive_all(parser, layer);
    if (!json_is_array(derive))
        return json_is_false(derive) || derive_named(parser, layer, derive);
    for (size_t i = 0; i < json_array_size(derive); i++)
        if (!derive_named(parser, layer, json_array_get(derive, i)))
            return false;
    return json_array_size(derive) > 0 ||
           mintu_parser_note(parser, MINTU_STATUS_INPUT, "derive", "\"derive\" names no property; write false for one line");
}

const char *mintu_style_legend_gap(const mintu_style_layer *layer)
{
    return layer->legend_gap;
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
