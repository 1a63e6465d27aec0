#include "style/spec_expression.h"

#include "expression/expression_parser.h"
#include "expression/operator.h"

#include <string.h>

bool mintu_spec_is_expression(const json_t *json)
{
    const char *head = json_string_value(json_array_get(json, 0));
    return head && (mintu_operator_find(head) || mintu_operator_running(head));
}

const mintu_type *mintu_spec_value_type(mintu_parser *parser, const mintu_spec *spec)
{
    static const mintu_kind kinds[] = {
        [MINTU_SPEC_NUMBER] = MINTU_KIND_NUMBER,    [MINTU_SPEC_BOOLEAN] = MINTU_KIND_BOOLEAN,
        [MINTU_SPEC_STRING] = MINTU_KIND_STRING,    [MINTU_SPEC_ENUM] = MINTU_KIND_STRING,
        [MINTU_SPEC_COLOR] = MINTU_KIND_COLOR,      [MINTU_SPEC_FORMATTED] = MINTU_KIND_FORMATTED,
        [MINTU_SPEC_IMAGE] = MINTU_KIND_IMAGE,      [MINTU_SPEC_PADDING] = MINTU_KIND_PADDING,
        [MINTU_SPEC_NUMBERS] = MINTU_KIND_NUMBERS,  [MINTU_SPEC_COLORS] = MINTU_KIND_COLORS,
        [MINTU_SPEC_ANCHORS] = MINTU_KIND_ANCHORED, [MINTU_SPEC_PROJECTION] = MINTU_KIND_PROJECTION,
    };
    if (spec->type != MINTU_SPEC_ARRAY && spec->type != MINTU_SPEC_STRINGS && spec->type != MINTU_SPEC_ENUMS)
        return mintu_type_of_kind(kinds[spec->type]);
    mintu_type *type = mintu_parser_take(parser, sizeof *type);
    if (type)
        *type = (mintu_type){MINTU_KIND_ARRAY, spec->type == MINTU_SPEC_ARRAY ? &MINTU_TYPE_NUMBER : &MINTU_TYPE_STRING,
                             spec->length ? (long)spec->length : -1};
    return type;
}

const mintu_node *mintu_spec_expression(mintu_parser *parser, const mintu_type *type, const json_t *json)
{
    const bool document = parser->document, validity = parser->validity;
    parser->document = false;
    parser->validity = true;
    const mintu_node *node = mintu_parser_expression(parser, json, type, MINTU_ANNOTATION_USUAL);
    parser->document = document;
    parser->validity = validity;
    return node;
}

/* True when argument @p index is one of those that the value of the node is taken from. */
static bool is_output(const mintu_node *node, const char *name, size_t index)
{
    if (strcmp(name, "case") == 0)
        return index % 2 == 1 || index + 1 == node->count;
    if (strcmp(name, "match") == 0 || node->form == MINTU_FORM_STEP || node->form == MINTU_FORM_INTERPOLATE)
        return index > 0;
    return node->form != MINTU_FORM_LET || index + 1 == node->count;
}

/* True when every value that the expression can have is written in it. */
static bool is_listed(const mintu_node *node)
{
    static const char *const passing[] = {"case",  "match", "coalesce",    "let", "semiliteral",
                                          "array", "step",  "interpolate", NULL};
    if (node->form == MINTU_FORM_LITERAL)
        return true;
    const char *name = node->operation->name ? node->operation->name : "array";
    bool good = mintu_text_listed(name, passing);
    for (size_t i = 0; good && i < node->count; i++)
        if (node->arguments[i] && is_output(node, name, i))
            good = is_listed(node->arguments[i]);
    return good;
}

/* The curve that decides over zoom, below variables. */
static bool is_mixed(const mintu_node *node)
{
    while (node->form == MINTU_FORM_LET)
        node = node->arguments[node->count - 1];
    for (size_t i = 0; node->form == MINTU_FORM_COALESCE && i < node->count; i++)
        if (node->arguments[i]->flags & MINTU_NODE_ZOOM)
            return is_mixed(node->arguments[i]);
    return node->form == MINTU_FORM_INTERPOLATE && node->arguments[0]->form == MINTU_FORM_ZOOM;
}

static bool check_use(mintu_parser *parser, const mintu_spec *spec, mintu_spec_place place, const mintu_node *node)
{
    if ((node->flags & MINTU_NODE_FEATURE) && !(spec->flags & MINTU_SPEC_DATA))
        return mintu_parser_note(parser, MINTU_STATUS_INPUT, NULL,
                                 "\"%s\" cannot depend on the feature; use one value for the layer, "
                                 "or several layers with filters",
                                 spec->name);
    if ((node->flags & MINTU_NODE_ZOOM) && !(spec->flags & MINTU_SPEC_ZOOM))
        return mintu_parser_note(parser, MINTU_STATUS_INPUT, NULL, "\"%s\" cannot depend on the zoom", spec->name);
    if (!mintu_parser_check_zoom(parser, node))
        return false;
    if (is_mixed(node) && !(spec->flags & MINTU_SPEC_MIXED))
        return mintu_parser_note(parser, MINTU_STATUS_INPUT, NULL, "\"%s\" cannot be interpolated; use \"step\"", spec->name);
    if (strcmp(spec->name, "text-font") == 0 && !is_listed(node))
        return mintu_parser_note(parser, MINTU_STATUS_INPUT, NULL,
                                 "\"text-font\" must name its fonts in the expression, as [\"literal\", […]]");
    return place != MINTU_SPEC_LAYOUT || !(node->flags & MINTU_NODE_STATE) ||
           mintu_parser_note(parser, MINTU_STATUS_INPUT, NULL, "\"feature-state\" cannot be used in \"layout\"");
}

bool mintu_spec_check_expression(mintu_parser *parser, const mintu_spec *spec, mintu_spec_place place, const json_t *json)
{
    const mintu_type *type = mintu_spec_value_type(parser, spec);
    const mintu_node *node = type ? mintu_spec_expression(parser, type, json) : NULL;
    return node && (place == MINTU_SPEC_MEMBER || check_use(parser, spec, place, node));
}
