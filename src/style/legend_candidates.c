/* Made-up features for every case of an expression: combinations of the values next to which it decides. */
#include "style/legend_candidates.h"

#include "expression/operator_control.h"
#include "expression/operator_curve.h"
#include "expression/operator_match.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { FIELDS_MOST = 8, TRIES_MOST = 20000, NODES_MOST = 20000 };

/* The values of one field, the JSON array's; null stands for none. */
typedef struct candidates {
    const char *names[FIELDS_MOST];
    json_t *values[FIELDS_MOST];
    size_t count;
    size_t nodes; /* gone through */
} candidates;

static json_t *values_of(candidates *all, const char *name)
{
    for (size_t i = 0; i < all->count; i++)
        if (strcmp(all->names[i], name) == 0)
            return all->values[i];
    if (all->count == FIELDS_MOST)
        return NULL;
    all->names[all->count] = name;
    return all->values[all->count++] = json_array();
}

static void add(candidates *all, const mintu_decider *input, json_t *value)
{
    json_t *values = input->field_count ? values_of(all, input->fields[0]) : NULL, *other;
    size_t i;
    bool known = !values;
    for (size_t field = 1; field < input->field_count; field++) { /* mintu_decider_at() has 1 in these */
        json_t *ones = values_of(all, input->fields[field]);
        if (ones && json_array_size(ones) == 0)
            json_array_append_new(ones, json_integer(1));
    }
    json_array_foreach(values, i, other) known = known || json_equal(other, value);
    if (known)
        json_decref(value);
    else
        json_array_append_new(values, value);
}

static json_t *number_json(double number)
{
    return number == floor(number) && fabs(number) < 1e15 ? json_integer((json_int_t)number) : json_real(number);
}

/* A number at which the input decides, and what lies about it. */
static void add_limit(candidates *all, const mintu_decider *input, double value)
{
    double number;
    bool rising;
    if (!mintu_decider_first(input, value, &number, &rising))
        return;
    if (!isfinite(number) && !isfinite(number = mintu_decider_flat_end(input, value)))
        return;
    add(all, input, number_json(number));
    add(all, input, number_json(number > 0 && number < 1 ? number / 2 : number - 1));
    add(all, input, number_json(number + fmax(fabs(number) * 0.001, number == floor(number) ? 1 : 1e-6)));
}

static void add_value(candidates *all, const mintu_decider *input, const mintu_value *value)
{
    if (value->kind == MINTU_KIND_NUMBER) {
        add_limit(all, input, value->number);
        add(all, input, number_json(value->number));
    } else if (value->kind == MINTU_KIND_STRING) {
        add(all, input, json_string(value->text));
        add(all, input, json_string("*")); /* any other */
    } else if (value->kind == MINTU_KIND_BOOLEAN) {
        add(all, input, json_true());
        add(all, input, json_false());
    }
    for (size_t i = 0; value->kind == MINTU_KIND_ARRAY && i < value->array.count; i++)
        add_value(all, input, &value->array.items[i]);
}

static void add_labels(candidates *all, const mintu_node *node)
{
    mintu_decider input;
    mintu_value label;
    size_t branch;
    if (!mintu_decider_read(node->arguments[0], &input))
        return;
    for (size_t i = 0; mintu_match_label(node, i, &label, &branch); i++)
        add_value(all, &input, &label);
}

static void add_curve(candidates *all, const mintu_node *node)
{
    mintu_decider input;
    if (!(node->arguments[0]->flags & MINTU_NODE_FEATURE) || !mintu_decider_read(node->arguments[0], &input))
        return;
    for (size_t i = node->form == MINTU_FORM_STEP; i + 1 < node->count; i++)
        add_limit(all, &input, mintu_curve_labels(node)[i]);
}

/* A comparison or "in": the literal on one side belongs to the input on the other. */
static void add_test(candidates *all, const mintu_node *node)
{
    mintu_decider input;
    for (size_t i = 0; i < 2; i++) {
        const mintu_node *other = node->arguments[!i];
        if (!(other->flags & MINTU_NODE_FEATURE) || !mintu_decider_read(other, &input))
            continue;
        if (mintu_node_is(mintu_node_bare(other), "typeof"))
            add(all, &input, json_integer(1));
        else if (node->arguments[i]->form == MINTU_FORM_LITERAL)
            add_value(all, &input, &node->arguments[i]->value);
    }
}

/* A field that nothing is compared with is there or not, or true or not. */
static void add_field(candidates *all, const mintu_node *node)
{
    mintu_decider input;
    if (mintu_decider_read(node, &input) && input.field_count == 1)
        values_of(all, input.fields[0]);
}

static void gather(candidates *all, const mintu_node *node)
{
    node = mintu_node_is(node, "var") ? mintu_var_node(node) : node;
    if (!(node->flags & MINTU_NODE_FEATURE) || ++all->nodes > NODES_MOST)
        return;
    if (mintu_node_is(node, "match"))
        add_labels(all, node);
    if (node->form == MINTU_FORM_STEP || node->form == MINTU_FORM_INTERPOLATE)
        add_curve(all, node);
    if (node->form == MINTU_FORM_COMPARISON || mintu_node_is(node, "in"))
        add_test(all, node);
    if (mintu_node_is(node, "get") || mintu_node_is(node, "has"))
        add_field(all, node);
    for (size_t i = 0; i < node->count; i++)
        if (node->arguments[i])
            gather(all, node->arguments[i]);
}

/* Every combination, the last field changing fastest. */
static void combine(candidates *all, mintu_candidate_fn *try, void *user)
{
    size_t at[FIELDS_MOST] = {0};
    bool good = true;
    for (int tries = 0; good && tries < TRIES_MOST; tries++) {
        json_t *properties = json_object();
        for (size_t i = 0; i < all->count; i++) {
            json_t *value = json_array_get(all->values[i], at[i]);
            if (!json_is_null(value))
                json_object_set(properties, all->names[i], value);
        }
        good = properties && try(properties, user);
        json_decref(properties);
        size_t place = all->count;
        while (place > 0 && ++at[place - 1] == json_array_size(all->values[place - 1]))
            at[--place] = 0;
        if (place == 0)
            break;
    }
}

void mintu_candidates_each(const mintu_node *node, mintu_candidate_fn *try, void *user)
{
    candidates all = {0};
    gather(&all, node);
    for (size_t i = 0; i < all.count; i++) {
        if (json_array_size(all.values[i]) == 0) {
            json_array_append_new(all.values[i], json_integer(1));
            json_array_append_new(all.values[i], json_true());
            json_array_append_new(all.values[i], json_false());
        }
        json_array_append_new(all.values[i], json_null());
    }
    combine(&all, try, user);
    for (size_t i = 0; i < all.count; i++)
        json_decref(all.values[i]);
}
