#include "style/property_read.h"

#include "expression/expression_parser.h"
#include "expression/legacy.h"
#include "expression/legacy_function.h"
#include "expression/operator.h"
#include "style/property_name.h"

#include <stdlib.h>
#include <string.h>

bool mintu_style_read_condition(mintu_parser *parser, const mintu_node **out, const json_t *json)
{
    if (mintu_legacy_is_filter(json))
        return mintu_legacy_refuse(parser, "a filter of the form used before expressions", mintu_legacy_filter(json));
    *out = mintu_parser_expression(parser, json, &MINTU_TYPE_BOOLEAN, MINTU_ANNOTATION_USUAL);
    return *out && (!((*out)->flags & MINTU_NODE_PROGRESS) ||
                    mintu_parser_note(parser, MINTU_STATUS_INPUT, NULL, "a filter cannot depend on line-progress"));
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
    if (number >= spec->least || spec->most == 1)
        return mintu_parser_note(parser, MINTU_STATUS_INPUT, NULL, "\"%s\" is %g, but must be between %g and %g", spec->name,
                                 number, spec->least, spec->most);
    return mintu_parser_note(parser, MINTU_STATUS_INPUT, NULL, "\"%s\" is %g, but must be at least %g", spec->name, number,
                             spec->least);
}

static bool check_word(mintu_parser *parser, const mintu_property_spec *spec, const char *text)
{
    char list[160] = "";
    if (mintu_property_takes(spec, text))
        return true;
    for (size_t i = 0; spec->values[i]; i++) {
        strncat(list, i ? ", " : "", sizeof list - strlen(list) - 1);
        strncat(list, spec->values[i], sizeof list - strlen(list) - 1);
    }
    return mintu_parser_note(parser, MINTU_STATUS_INPUT, NULL, "\"%s\" is \"%s\", but must be one of %s", spec->name, text,
                             list);
}

/* Every image that the value names outright: a sprite has no vectors, so print draws its own icons and patterns, and icons from
 * SVG files, only. */
static bool check_images(mintu_parser *parser, const mintu_property_spec *spec, const mintu_node *node)
{
    bool icon = spec->layer == MINTU_LAYER_TYPE_SYMBOL,
         image = node->form == MINTU_FORM_LITERAL && node->type->kind == MINTU_KIND_IMAGE;
    if (image && !(icon ? mintu_style_icon_known : mintu_style_pattern_known)(node->value.text) &&
        !(icon && mintu_style_icon_is_file(node->value.text)))
        return mintu_parser_note(
            parser, MINTU_STATUS_UNSUPPORTED, NULL, "the %s \"%s\" is not supported: print takes none from a sprite; use %s",
            icon ? "icon" : "pattern", node->value.text,
            icon ? "mintu:circle, mintu:square, mintu:diamond, mintu:triangle, mintu:star or the path of an SVG file, relative "
                   "to the style"
                 : "mintu:hatch-0, -45, -90 or -135, mintu:cross-0 or -45, mintu:dots or mintu:dots-dense");
    /* The first image that exists is taken, so that only the last must. */
    for (size_t i = node->form == MINTU_FORM_COALESCE && node->count ? node->count - 1 : 0; i < node->count; i++)
        if (node->arguments[i] && !check_images(parser, spec, node->arguments[i]))
            return false;
    return true;
}

/* The form of the values that no type describes. */
static bool check_form(mintu_parser *parser, const mintu_property_spec *spec, const mintu_value *value)
{
    if (spec->kind == MINTU_PROPERTY_KIND_PADDING && !mintu_property_is_padding(value))
        return mintu_parser_note(parser, MINTU_STATUS_INPUT, NULL,
                                 "\"%s\" must be a number, or an array of one to four numbers", spec->name);
    if (spec->kind == MINTU_PROPERTY_KIND_ANCHORED && !mintu_property_is_anchored(value))
        return mintu_parser_note(parser, MINTU_STATUS_INPUT, NULL,
                                 "\"%s\" must be an array of anchors, each followed by an array of two numbers", spec->name);
    return true;
}

/* The rules for a value known now; what an expression gives later is held to them when it is evaluated. */
static bool check_value(mintu_parser *parser, const mintu_property_spec *spec, const mintu_value *value)
{
    if (value->kind == MINTU_KIND_NUMBER)
        return check_number(parser, spec, value->number);
    if (value->kind == MINTU_KIND_STRING && spec->values)
        return check_word(parser, spec, value->text);
    for (size_t i = 0; value->kind == MINTU_KIND_ARRAY && i < value->array.count; i++)
        if (!check_value(parser, spec, &value->array.items[i]))
            return false;
    return true;
}

static bool check_use(mintu_parser *parser, const mintu_property_spec *spec, const mintu_node *node)
{
    if ((node->flags & MINTU_NODE_FEATURE) && !(spec->flags & MINTU_PROPERTY_DATA))
        return mintu_parser_note(parser, MINTU_STATUS_INPUT, NULL,
                                 "\"%s\" cannot depend on the feature; use one value for the layer, "
                                 "or several layers with filters",
                                 spec->name);
    if ((node->flags & MINTU_NODE_PROGRESS) && !(spec->flags & MINTU_PROPERTY_PROGRESS))
        return mintu_parser_note(parser, MINTU_STATUS_INPUT, NULL,
                                 "\"%s\" cannot depend on line-progress, which \"line-gradient\" alone can", spec->name);
    if (!mintu_parser_check_zoom(parser, node))
        return false;
    bool mixed = node->form == MINTU_FORM_INTERPOLATE && node->arguments[0]->form == MINTU_FORM_ZOOM;
    return !mixed || (spec->flags & MINTU_PROPERTY_MIXED) ||
           mintu_parser_note(parser, MINTU_STATUS_INPUT, NULL, "\"%s\" cannot be interpolated; use \"step\"", spec->name);
}

static const mintu_node *read_plain_array(mintu_parser *parser, const mintu_property_spec *spec, const json_t *json)
{
    const mintu_type *expected = mintu_property_type(spec);
    mintu_value value;
    char wanted[MINTU_TYPE_TEXT_SIZE], found[MINTU_TYPE_TEXT_SIZE];
    const mintu_type *type = mintu_value_from_json(parser->pool, json, &value) ? mintu_value_type(parser->pool, &value) : NULL;
    if (!type)
        return mintu_parser_fail_memory(parser);
    if (!mintu_type_accepts(expected, type))
        return mintu_parser_fail(parser, "\"%s\" must be %s, but is %s", spec->name, mintu_type_text(expected, wanted),
                                 mintu_type_text(type, found));
    return mintu_parser_literal(parser, type, value);
}

/* The property's default as a style would write it; a new reference, or NULL for arrays. */
static json_t *default_json(const mintu_property_spec *spec)
{
    switch (spec->kind) {
    case MINTU_PROPERTY_KIND_NUMBER:
        return json_real(spec->number);
    case MINTU_PROPERTY_KIND_BOOLEAN:
        return json_boolean(spec->number != 0);
    case MINTU_PROPERTY_KIND_COLOR:
        return json_string(spec->color.alpha > 0 ? "#000000" : "transparent");
    default:
        return spec->texts[0] && spec->kind != MINTU_PROPERTY_KIND_STRINGS ? json_string(spec->texts[0]) : NULL;
    }
}

static void refuse_function(mintu_parser *parser, const mintu_property_spec *spec, const json_t *json)
{
    json_t *fallback = default_json(spec);
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

static const mintu_node *read_value(mintu_parser *parser, const mintu_property_spec *spec, const json_t *json)
{
    bool text = spec->kind == MINTU_PROPERTY_KIND_TEXT || spec->kind == MINTU_PROPERTY_KIND_IMAGE;
    char wanted[MINTU_TYPE_TEXT_SIZE];
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

static bool read_visibility(mintu_parser *parser, mintu_style_layer *layer, const json_t *json)
{
    const char *text = json_string_value(json);
    layer->hidden = text && strcmp(text, "none") == 0;
    if (json_is_array(json)) {
        layer->visibility = mintu_parser_expression(parser, json, &MINTU_TYPE_STRING, MINTU_ANNOTATION_USUAL);
        return layer->visibility &&
               (!(layer->visibility->flags & (MINTU_NODE_FEATURE | MINTU_NODE_ZOOM)) ||
                mintu_parser_note(parser, MINTU_STATUS_INPUT, NULL,
                                  "\"visibility\" cannot depend on the feature or the zoom; use a filter, minzoom or maxzoom"));
    }
    return layer->hidden || (text && strcmp(text, "visible") == 0) ||
           mintu_parser_note(parser, MINTU_STATUS_INPUT, NULL, "\"visibility\" must be \"visible\" or \"none\"");
}

static bool refuse_property(mintu_parser *parser, const mintu_style_layer *layer, const char *name, bool layout)
{
    const char *block = layout ? "layout" : "paint", *type = mintu_layer_type_text(layer->kind);
    if (mintu_property_find(name, layer->kind, !layout) != MINTU_PROPERTY_END)
        return mintu_parser_note(parser, MINTU_STATUS_UNSUPPORTED, NULL, "\"%s\" is a %s property; move it there", name,
                                 layout ? "paint" : "layout");
    if (mintu_property_is_undrawn(name))
        return mintu_parser_note(parser, MINTU_STATUS_UNSUPPORTED, NULL,
                                 "print does not support the property \"%s\"; remove it", name);
    const char *near = mintu_property_near(name, layer->kind, layout);
    return mintu_parser_note(parser, MINTU_STATUS_UNSUPPORTED, NULL, "\"%s\" is no supported %s property of a %s layer%s%s%s",
                             name, block, type, near ? "; did you mean \"" : "; remove it", near ? near : "",
                             near ? "\"?" : "");
}

static bool read_property(mintu_parser *parser, void *into, const json_t *json)
{
    mintu_style_layer *layer = into;
    const char *name = parser->path->key;
    bool layout = strcmp(parser->path->up->key, "layout") == 0;
    mintu_property property = mintu_property_find(name, layer->kind, layout);
    if (layout && strcmp(name, "visibility") == 0)
        return read_visibility(parser, layer, json);
    if (property == MINTU_PROPERTY_END)
        return refuse_property(parser, layer, name, layout);
    const mintu_property_spec *spec = mintu_property_spec_of(property);
    const mintu_node *node = layer->properties[property] = read_value(parser, spec, json);
    if (!node || (spec->kind == MINTU_PROPERTY_KIND_IMAGE && !check_images(parser, spec, node)))
        return false;
    if (node->form != MINTU_FORM_LITERAL)
        return check_use(parser, spec, node);
    return check_form(parser, spec, &node->value) && check_value(parser, spec, &node->value);
}

bool mintu_style_read_properties(mintu_parser *parser, void *layer, const json_t *json)
{
    return mintu_parser_read_each(parser, json, read_property, layer);
}
