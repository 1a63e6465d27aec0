/* What a feature and the view have: get has properties id geometry-type zoom line-progress global-state. */
#include "base/message.h"
#include "expression/eval_feature.h"
#include "expression/expression_parser.h"
#include "expression/operator_group.h"
#include "expression/suggest.h"

#include <string.h>

static bool evaluate_get(const mintu_node *node, mintu_evaluation *evaluation, mintu_value *out)
{
    mintu_value name, object;
    if (!mintu_node_argument(node, 0, evaluation, &name))
        return false;
    if (node->count == 1)
        return mintu_feature_property(evaluation, name.text, node->slot, out);
    if (!mintu_node_argument(node, 1, evaluation, &object))
        return false;
    return mintu_evaluation_json(evaluation, json_object_get(object.object, name.text), out);
}

static bool evaluate_has(const mintu_node *node, mintu_evaluation *evaluation, mintu_value *out)
{
    mintu_value name, object = {.kind = MINTU_KIND_NULL};
    if (!mintu_node_argument(node, 0, evaluation, &name))
        return false;
    if (node->count > 1 && !mintu_node_argument(node, 1, evaluation, &object))
        return false;
    *out = mintu_value_boolean(node->count == 1 ? mintu_feature_has(evaluation, name.text, node->slot)
                                                : json_object_get(object.object, name.text) != NULL);
    return true;
}

/* get and has of the feature itself depend on it; with an object of their own they may be constant. */
static mintu_node *parse_property(mintu_parser *parser, const json_t *array, const mintu_operator *operation)
{
    mintu_node *node = mintu_parser_signature(parser, array, operation);
    if (node && node->count == 1) {
        node->flags |= MINTU_NODE_FEATURE;
        if (node->arguments[0]->form == MINTU_FORM_LITERAL)
            node->slot = ++parser->slots;
    }
    return node;
}

static bool evaluate_properties(const mintu_node *node, mintu_evaluation *evaluation, mintu_value *out)
{
    (void)node;
    return mintu_feature_properties(evaluation, out);
}

static bool evaluate_id(const mintu_node *node, mintu_evaluation *evaluation, mintu_value *out)
{
    (void)node;
    return mintu_feature_id(evaluation, out);
}

static bool evaluate_geometry_type(const mintu_node *node, mintu_evaluation *evaluation, mintu_value *out)
{
    (void)node;
    const char *name = mintu_feature_geometry_type(evaluation->feature);
    *out = name ? mintu_value_text(name) : (mintu_value){.kind = MINTU_KIND_NULL};
    return true;
}

static bool evaluate_zoom(const mintu_node *node, mintu_evaluation *evaluation, mintu_value *out)
{
    (void)node;
    *out = mintu_value_number(evaluation->feature->zoom);
    return true;
}

static bool evaluate_progress(const mintu_node *node, mintu_evaluation *evaluation, mintu_value *out)
{
    (void)node;
    *out = mintu_value_number(evaluation->feature->progress);
    return true;
}

/* A state's name, and its default in a document. */
typedef struct state_name {
    const char *name;
    const json_t *fallback;
} state_name;

static bool evaluate_state(const mintu_node *node, mintu_evaluation *evaluation, mintu_value *out)
{
    const state_name *detail = node->detail;
    const json_t *value = json_object_get(evaluation->feature->state, detail->name);
    return mintu_evaluation_json(evaluation, value ? value : detail->fallback, out);
}

/* A name that the document does not declare is null until somebody sets it. */
static void remark_state(mintu_parser *parser, const char *name)
{
    const char *key;
    json_t *value;
    mintu_suggestion near = {.name = name};
    json_object_foreach((json_t *)parser->state, key, value) mintu_suggestion_try(&near, key);
    mintu_parser_remark(parser, NULL, "there is no state \"%s\", which then is null%s%s%s", name,
                        near.best ? mintu_message("; did you mean \"") : mintu_message("; add it to the document's \"state"),
                        near.best ? near.best : "", near.best ? "\"?" : "\"");
}

static mintu_node *parse_state(mintu_parser *parser, const json_t *array, const mintu_operator *operation)
{
    const char *name = json_string_value(json_array_get(array, 1));
    if (!mintu_parser_check_number(parser, array, operation))
        return NULL;
    if (!name)
        return mintu_parser_fail_at(parser, 1, "Global state property must be string, but found %s instead.",
                                    mintu_json_type_text(json_array_get(array, 1)));
    const json_t *declared = json_object_get(parser->state, name);
    if (parser->document && !declared)
        remark_state(parser, name);
    mintu_node *node = mintu_parser_node(parser, operation, 0);
    state_name *detail = node ? mintu_parser_take(parser, sizeof *detail) : NULL;
    if (!detail)
        return NULL;
    *detail = (state_name){mintu_pool_copy(parser->pool, name, strlen(name)), json_object_get(declared, "default")};
    node->detail = detail;
    return detail->name ? node : mintu_parser_fail_memory(parser);
}

#define VALUE    &MINTU_TYPE_VALUE
#define PROPERTY .least = 1, .most = 2, .parameters = {&MINTU_TYPE_STRING, &MINTU_TYPE_OBJECT}
#define FEATURE  .flags = MINTU_NODE_FEATURE

const mintu_operator MINTU_OPERATORS_FEATURE[] = {
    {"get", parse_property, evaluate_get, .type = VALUE, PROPERTY},
    {"has", parse_property, evaluate_has, .type = &MINTU_TYPE_BOOLEAN, PROPERTY},
    {"properties", NULL, evaluate_properties, .type = &MINTU_TYPE_OBJECT, FEATURE},
    {"id", NULL, evaluate_id, .type = VALUE, FEATURE},
    {"geometry-type", NULL, evaluate_geometry_type, .type = &MINTU_TYPE_STRING, FEATURE},
    {"zoom", NULL, evaluate_zoom, .type = &MINTU_TYPE_NUMBER, .form = MINTU_FORM_ZOOM, .flags = MINTU_NODE_ZOOM},
    {"line-progress", NULL, evaluate_progress, .type = &MINTU_TYPE_NUMBER, .flags = MINTU_NODE_PROGRESS},
    {"global-state", parse_state, evaluate_state, .type = VALUE, .least = 1, .most = 1, .flags = MINTU_NODE_UNFOLDED},
    {0},
};
