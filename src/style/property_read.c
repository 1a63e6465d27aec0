#include "style/property_read.h"

#include "base/message.h"
#include "expression/expression_parser.h"
#include "expression/legacy.h"
#include "expression/legacy_function.h"
#include "expression/operator.h"
#include "expression/suggest.h"
#include "style/property_name.h"
#include "style/spec_filter.h"
#include "style/spec_object.h"
#include "style/spec_value.h"
#include "style/sprite.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

bool mintu_style_read_condition(mintu_parser *parser, const mintu_node **out, const json_t *json)
{
    if (!mintu_spec_check_filter(parser, json))
        return false;
    if (mintu_legacy_is_filter(json))
        return mintu_legacy_refuse(parser, "a filter of the form used before expressions", mintu_legacy_filter(json));
    *out = mintu_parser_expression(parser, json, &MINTU_TYPE_BOOLEAN, MINTU_ANNOTATION_USUAL);
    return *out &&
           (!((*out)->flags & MINTU_NODE_PROGRESS) ||
            mintu_parser_note(parser, MINTU_STATUS_UNSUPPORTED, NULL, "in print a filter cannot depend on line-progress"));
}

bool mintu_style_read_filter(mintu_parser *parser, void *into, const json_t *json)
{
    return mintu_style_read_condition(parser, &((mintu_style_layer *)into)->filter, json);
}

/* An array property may be written as a plain array, unless its first item names an operator. */
static bool is_plain_array(const mintu_property_spec *spec, const json_t *json)
{
    const char *head = json_string_value(json_array_get(json, 0));
    if (spec->kind < MINTU_PROPERTY_KIND_NUMBERS)
        return false;
    return json_is_array(json) && !(head && (mintu_operator_find(head) || mintu_operator_refusal(head)));
}

static bool check_number(mintu_parser *parser, const mintu_property_spec *spec, double number)
{
    if (number >= spec->least && number <= spec->most)
        return true;
    return mintu_parser_note(parser, MINTU_STATUS_UNSUPPORTED, NULL, "\"%s\" is %g, but in print must be between %g and %g",
                             spec->name, number, spec->least, spec->most);
}

static bool refuse_image(mintu_parser *parser, bool icon, const char *name)
{
    const char *others =
        icon
            ? mintu_message("mintu:circle, mintu:square, mintu:diamond, mintu:triangle, mintu:star or the path of an SVG file, "
                            "relative to the style")
            : mintu_message("mintu:hatch-0, -45, -90 or -135, mintu:cross-0 or -45, mintu:dots or mintu:dots-dense");
    const char *kind = icon ? mintu_message("icon") : mintu_message("pattern");
    if (parser->sprite && parser->sprite->problem)
        return mintu_parser_note(parser, MINTU_STATUS_INPUT, NULL, "the %s \"%s\" cannot be drawn: %s", kind, name,
                                 parser->sprite->problem);
    if (parser->sprite && parser->sprite->count)
        return mintu_parser_note(parser, MINTU_STATUS_UNSUPPORTED, NULL,
                                 "the %s \"%s\" is not supported: the sprite has none of this name; add it there, or use %s",
                                 kind, name, others);
    return mintu_parser_note(
        parser, MINTU_STATUS_UNSUPPORTED, NULL,
        "the %s \"%s\" is not supported: print takes none from a sprite on the web; put the sprite's JSON and "
        "PNG beside the style, or use %s",
        kind, name, others);
}

/* Every image that the value names outright: print draws its own icons and patterns, those of a local sprite, and icons from SVG
 * files. */
static bool check_images(mintu_parser *parser, const mintu_property_spec *spec, const mintu_node *node)
{
    bool icon = spec->layer == MINTU_LAYER_TYPE_SYMBOL,
         image = node->form == MINTU_FORM_LITERAL && node->type->kind == MINTU_KIND_IMAGE;
    const char *name = image ? node->value.text : NULL;
    if (image && !(icon ? mintu_style_icon_known : mintu_style_pattern_known)(name) &&
        !(icon && mintu_style_icon_is_file(name)) && !(parser->sprite && mintu_sprite_find(parser->sprite, name)))
        return refuse_image(parser, icon, name);
    /* The first image that exists is taken, so that only the last must. */
    for (size_t i = node->form == MINTU_FORM_COALESCE && node->count ? node->count - 1 : 0; i < node->count; i++)
        if (node->arguments[i] && !check_images(parser, spec, node->arguments[i]))
            return false;
    return true;
}

/* The rules for a value known now; what an expression gives later is held to them when it is evaluated. */
static bool check_value(mintu_parser *parser, const mintu_property_spec *spec, const mintu_value *value)
{
    if (value->kind == MINTU_KIND_NUMBER)
        return check_number(parser, spec, value->number);
    for (size_t i = 0; value->kind == MINTU_KIND_ARRAY && i < value->array.count; i++)
        if (!check_value(parser, spec, &value->array.items[i]))
            return false;
    return true;
}

/* What the specification allows and print does not evaluate for each feature. */
static bool check_use(mintu_parser *parser, const mintu_property_spec *spec, const mintu_node *node)
{
    if ((node->flags & MINTU_NODE_FEATURE) && !(spec->flags & MINTU_PROPERTY_DATA))
        return mintu_parser_note(parser, MINTU_STATUS_UNSUPPORTED, NULL,
                                 "in print \"%s\" cannot depend on the feature; use one value for the layer, "
                                 "or several layers with filters",
                                 spec->name);
    return !(node->flags & MINTU_NODE_PROGRESS) || (spec->flags & MINTU_PROPERTY_PROGRESS) ||
           mintu_parser_note(parser, MINTU_STATUS_UNSUPPORTED, NULL,
                             "in print \"%s\" cannot depend on line-progress, which \"line-gradient\" alone can", spec->name);
}

static const mintu_node *read_plain_array(mintu_parser *parser, const mintu_property_spec *spec, const json_t *json)
{
    const mintu_type *expected = mintu_property_type(spec);
    mintu_value value;
    char wanted[MINTU_TYPE_TEXT_SIZE], found[MINTU_TYPE_TEXT_SIZE];
    const mintu_type *type = mintu_value_from_json(parser->pool, json, &value) ? mintu_value_type(parser->pool, &value) : NULL;
    if (!type)
        return mintu_parser_fail_memory(parser);
    /* What is padding or anchors is an array of many forms, which has been checked. */
    if (spec->kind < MINTU_PROPERTY_KIND_PADDING && !mintu_type_accepts(expected, type))
        return mintu_parser_fail(parser, "\"%s\" must be %s, but is %s", spec->name, mintu_type_text(expected, wanted),
                                 mintu_type_text(type, found));
    return mintu_parser_literal(parser, type, value);
}

/* The block that the properties stand in, as the specification's reference names it. */
static const mintu_spec *block_rows(const char *type, bool layout)
{
    char group[48];
    snprintf(group, sizeof group, "%s_%s", layout ? "layout" : "paint", type);
    return mintu_spec_rows(group);
}

static void refuse_function(mintu_parser *parser, const mintu_property_spec *spec, const json_t *json)
{
    const mintu_spec *row = mintu_spec_find(block_rows(mintu_layer_type_text(spec->layer), spec->layout), spec->name);
    json_t *fallback = row && row->usual ? json_loads(row->usual, JSON_DECODE_ANY, NULL) : NULL;
    const mintu_legacy_property property = {
        .type = mintu_property_type(spec),
        .enumerated = spec->kind == MINTU_PROPERTY_KIND_ENUM,
        .interpolated = (spec->flags & MINTU_PROPERTY_MIXED) != 0,
        .fallback = fallback,
        .values = spec->values,
    };
    mintu_legacy_refuse(parser, "a function object", mintu_legacy_function(json, &property));
    json_decref(fallback);
}

static bool is_literal(const json_t *json)
{
    const char *head = json_string_value(json_array_get(json, 0));
    return head && strcmp(head, "literal") == 0 && json_is_array(json_array_get(json, 1));
}

/* An expression of lists: print takes a list as a whole only. */
static bool holds_list(const json_t *json)
{
    bool holds = is_literal(json);
    for (size_t i = 1; !holds && i < json_array_size(json); i++)
        holds = holds_list(json_array_get(json, i));
    return holds;
}

static const mintu_node *read_value(mintu_parser *parser, const mintu_property_spec *spec, const json_t *json)
{
    bool text = spec->kind == MINTU_PROPERTY_KIND_TEXT || spec->kind == MINTU_PROPERTY_KIND_IMAGE;
    char wanted[MINTU_TYPE_TEXT_SIZE];
    if (spec->kind >= MINTU_PROPERTY_KIND_LIGHTS && is_literal(json))
        json = json_array_get(json, 1);
    if (spec->kind >= MINTU_PROPERTY_KIND_LIGHTS && holds_list(json)) {
        mintu_parser_note(parser, MINTU_STATUS_UNSUPPORTED, NULL,
                          "in print \"%s\" is one value or an expression of such, or a list that is written outright",
                          spec->name);
        return NULL;
    }
    if (json_is_object(json)) {
        refuse_function(parser, spec, json);
        return NULL;
    }
    if (is_plain_array(spec, json))
        return read_plain_array(parser, spec, json);
    if (text && json_is_string(json) && strchr(json_string_value(json), '{')) {
        json_t *today = mintu_legacy_tokens(json_string_value(json));
        if (today) {
            mintu_legacy_refuse(parser, "a text with {tokens}", today);
            return NULL;
        }
    }
    if (!json_is_array(json) && !json_is_string(json) && (text || spec->kind == MINTU_PROPERTY_KIND_COLOR))
        return mintu_parser_fail(parser, "\"%s\" must be a string or an expression, but is of type %s", spec->name,
                                 mintu_json_type_text(json));
    if (json_is_null(json))
        return mintu_parser_fail(parser, "\"%s\" is null, but must be of type %s; leave it out for the default", spec->name,
                                 mintu_type_text(mintu_property_type(spec), wanted));
    return mintu_parser_expression(parser, json, mintu_property_type(spec), MINTU_ANNOTATION_USUAL);
}

/* A name that the specification does not have there. */
static bool refuse_name(mintu_parser *parser, const mintu_style_layer *layer, const char *name, bool layout)
{
    const mintu_spec *rows = block_rows(layer->type, layout);
    mintu_suggestion near = {.name = name};
    if (mintu_spec_find(block_rows(layer->type, !layout), name))
        return mintu_parser_note(parser, MINTU_STATUS_INPUT, NULL, "\"%s\" is a %s property; move it there", name,
                                 layout ? "paint" : "layout");
    for (; rows && rows->name; rows++)
        mintu_suggestion_try(&near, rows->name);
    return mintu_parser_note(parser, MINTU_STATUS_INPUT, NULL, "\"%s\" is no %s property of a %s layer%s%s%s", name,
                             layout ? "layout" : "paint", layer->type, near.best ? "; did you mean \"" : "; remove it",
                             near.best ? near.best : "", near.best ? "\"?" : "");
}

/* A valid value that print does not draw: it matters unless it is the default, or nothing on paper looks different for it. */
static bool leave_out(mintu_parser *parser, const mintu_spec *row, const json_t *json)
{
    if (mintu_spec_is_usual(row, json))
        return true;
    if (row->flags & MINTU_SPEC_QUIET)
        return mintu_parser_remark(parser, NULL, "\"%s\" changes nothing in print", row->name);
    return mintu_parser_note(parser, MINTU_STATUS_UNSUPPORTED, NULL, "print does not support the property \"%s\"; remove it",
                             row->name);
}

/* Only the state can decide. Of what print draws it does so when a map is drawn; of the rest as the document has it. */
static bool read_visibility(mintu_parser *parser, mintu_style_layer *layer, const json_t *json)
{
    const mintu_node *node = mintu_parser_expression(parser, json, &MINTU_TYPE_STRING, MINTU_ANNOTATION_USUAL);
    const mintu_feature nothing = {0};
    mintu_evaluation evaluation = {.feature = &nothing, .pool = parser->pool};
    mintu_value value;
    if (!node)
        return false;
    if (node->form != MINTU_FORM_LITERAL && layer->kind != MINTU_LAYER_TYPE_END) {
        layer->visibility = node;
        return true;
    }
    bool known = mintu_node_evaluate(node, &evaluation, &value);
    if (!known && evaluation.memory)
        return mintu_parser_fail_memory(parser) != NULL;
    layer->hidden = known && strcmp(value.text, "none") == 0;
    return true;
}

static bool read_printed(mintu_parser *parser, mintu_style_layer *layer, mintu_property property, const json_t *json)
{
    const mintu_property_spec *spec = mintu_property_spec_of(property);
    const mintu_node *node = layer->properties[property] = read_value(parser, spec, json);
    if (!node || (spec->kind == MINTU_PROPERTY_KIND_IMAGE && !check_images(parser, spec, node)))
        return false;
    return node->form == MINTU_FORM_LITERAL ? check_value(parser, spec, &node->value) : check_use(parser, spec, node);
}

/* First whether the value is valid, then whether print has it. */
static bool read_property(mintu_parser *parser, void *into, const json_t *json)
{
    mintu_style_layer *layer = into;
    const char *name = parser->path->key;
    bool layout = strcmp(parser->path->up->key, "layout") == 0;
    const mintu_spec *rows = block_rows(layer->type, layout), *row = mintu_spec_find(rows, name);
    mintu_property property = mintu_property_find(name, layer->kind, layout);
    if (!row && !layout && rows && mintu_spec_transition(rows, name))
        return mintu_spec_check_members(parser, mintu_spec_rows("transition"), "a transition", json) &&
               mintu_parser_remark(parser, NULL, "print has no transitions");
    if (!row)
        return refuse_name(parser, layer, name, layout);
    if (!mintu_spec_check(parser, row, layout ? MINTU_SPEC_LAYOUT : MINTU_SPEC_PAINT, json))
        return false;
    if (layout && strcmp(name, "visibility") == 0)
        return read_visibility(parser, layer, json);
    return property == MINTU_PROPERTY_END ? leave_out(parser, row, json) : read_printed(parser, layer, property, json);
}

bool mintu_style_read_properties(mintu_parser *parser, void *layer, const json_t *json)
{
    return mintu_parser_read_each(parser, json, read_property, layer);
}
