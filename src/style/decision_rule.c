/* What the decisions on a way say of the features that take it. */
#include "style/decision_rule.h"

#include "base/message.h"
#include "expression/operator_curve.h"
#include "expression/operator_match.h"
#include "style/decision_trace.h"

#include <math.h>
#include <string.h>

typedef struct reading {
    mintu_pool *pool;
    mintu_rules *rules;
    const char *reason;
} reading;

static bool refuse(reading *in, const char *reason)
{
    in->reason = reason;
    return false;
}

static void narrow(mintu_rule *rule, const mintu_rule *by)
{
    if (by->lower > rule->lower || (by->lower == rule->lower && by->lower_open)) {
        rule->lower = by->lower;
        rule->lower_open = by->lower_open;
    }
    if (by->upper < rule->upper || (by->upper == rule->upper && !by->upper_closed)) {
        rule->upper = by->upper;
        rule->upper_closed = by->upper_closed;
    }
}

/* Of two rules of one input, values say more than a range, and a range more than "any other". */
static bool add_rule(reading *in, const mintu_rule *rule)
{
    for (size_t i = 0; i < in->rules->count; i++) {
        mintu_rule *old = &in->rules->items[i];
        if (!mintu_decider_same(&old->input, &rule->input))
            continue;
        if (old->kind == MINTU_RULE_RANGE && rule->kind == MINTU_RULE_RANGE)
            narrow(old, rule);
        else if (rule->kind == MINTU_RULE_VALUES || rule->kind == MINTU_RULE_MISSING || old->kind == MINTU_RULE_OTHER)
            *old = *rule;
        return true;
    }
    if (in->rules->count == MINTU_RULES)
        return refuse(in, N_("it decides by too many fields"));
    in->rules->items[in->rules->count++] = *rule;
    return true;
}

static bool start_rule(reading *in, mintu_rule_kind kind, const mintu_node *input, mintu_rule *rule)
{
    *rule = (mintu_rule){.kind = kind, .lower = -(double)INFINITY, .upper = (double)INFINITY};
    return mintu_decider_read(input, &rule->input) || refuse(in, N_("it computes the name of a field, or uses too many"));
}

static bool add_plain(reading *in, mintu_rule_kind kind, const mintu_node *input)
{
    mintu_rule rule;
    return start_rule(in, kind, input, &rule) && add_rule(in, &rule);
}

static bool add_values(reading *in, const mintu_node *input, const mintu_value *values, size_t count)
{
    mintu_rule rule;
    if (!start_rule(in, MINTU_RULE_VALUES, input, &rule))
        return false;
    rule.values = values;
    rule.count = count;
    return add_rule(in, &rule);
}

/* The input lies from @p lower up to below @p upper, or the other way with the ends taken the other way. */
static bool add_range(reading *in, const mintu_node *input, const double limits[2], const bool taken[2])
{
    mintu_rule rule;
    double ends[2];
    bool rising = true;
    if (!start_rule(in, MINTU_RULE_RANGE, input, &rule))
        return false;
    for (int i = 0; i < 2; i++) {
        ends[i] = limits[i];
        if (isfinite(limits[i]) && !mintu_decider_invert(&rule.input, limits[i], &ends[i], &rising))
            return refuse(in, N_("it computes what it decides by in a way that cannot be undone"));
    }
    for (int i = 0; i < 2 && !rising; i++) /* an end that is out of reach stands on the other side now */
        ends[i] = isfinite(limits[i]) ? ends[i] : -ends[i];
    rule.lower = ends[!rising];
    rule.upper = ends[rising];
    rule.lower_open = !taken[!rising];
    rule.upper_closed = taken[rising];
    return add_rule(in, &rule);
}

static bool read_step(reading *in, const mintu_trace_step *decision)
{
    static const bool taken[2] = {true, false};
    const mintu_node *node = decision->node;
    const double *labels = mintu_curve_labels(node);
    double limits[2] = {labels[decision->branch - 1],
                        decision->branch + 1 < node->count ? labels[decision->branch] : (double)INFINITY};
    return add_range(in, node->arguments[0], limits, taken);
}

static bool read_match(reading *in, const mintu_trace_step *decision)
{
    const mintu_node *node = decision->node;
    mintu_value label;
    size_t count = 0, total = 0, branch;
    if (decision->branch + 1 == node->count)
        return add_plain(in, MINTU_RULE_OTHER, node->arguments[0]);
    while (mintu_match_label(node, total, &label, &branch))
        total++;
    mintu_value *values = mintu_pool_take(in->pool, (total + 1) * sizeof *values);
    for (size_t i = 0; values && mintu_match_label(node, i, &label, &branch); i++)
        if (branch == decision->branch)
            values[count++] = label;
    return values ? add_values(in, node->arguments[0], values, count) : refuse(in, N_("memory ran out"));
}

static bool read_test(reading *in, const mintu_node *node, bool truth);

/* One side asks the feature, the other one is a literal. */
static bool read_comparison(reading *in, const mintu_node *node, bool truth)
{
    bool swapped = node->arguments[0]->form == MINTU_FORM_LITERAL;
    const mintu_node *input = node->arguments[swapped], *other = mintu_node_bare(node->arguments[!swapped]);
    const char *name = node->operation->name;
    bool equality = name[0] == '=' || name[0] == '!', equal = truth == (name[0] == '='), below = name[0] == '<';
    if (other->form != MINTU_FORM_LITERAL)
        return refuse(in, N_("it compares with what is no fixed value"));
    if (mintu_node_is(mintu_node_bare(input), "typeof")) /* "number" and so on: there is a value, or none */
        return add_plain(in, equal ? MINTU_RULE_OTHER : MINTU_RULE_MISSING, input);
    if (equality && other->value.kind == MINTU_KIND_NULL)
        return add_plain(in, equal ? MINTU_RULE_MISSING : MINTU_RULE_OTHER, input);
    if (equality)
        return equal ? add_values(in, input, &other->value, 1) : add_plain(in, MINTU_RULE_OTHER, input);
    if (other->value.kind != MINTU_KIND_NUMBER)
        return refuse(in, N_("it compares the order of texts"));
    below = below != swapped;
    bool closed = name[1] == '=';
    if (!truth) {
        below = !below;
        closed = !closed;
    }
    double limits[2] = {below ? -(double)INFINITY : other->value.number, below ? other->value.number : (double)INFINITY};
    bool taken[2] = {!below && closed, below && closed};
    return add_range(in, input, limits, taken);
}

/* ["in", needle, haystack]: one of a list of values, or a part of a text. */
static bool read_in(reading *in, const mintu_node *node, bool truth)
{
    const mintu_node *needle = node->arguments[0], *stack = node->arguments[1];
    if (stack->form == MINTU_FORM_LITERAL && stack->value.kind == MINTU_KIND_ARRAY)
        return truth ? add_values(in, needle, stack->value.array.items, stack->value.array.count)
                     : add_plain(in, MINTU_RULE_OTHER, needle);
    if (needle->form == MINTU_FORM_LITERAL)
        return truth ? add_values(in, stack, &needle->value, 1) : add_plain(in, MINTU_RULE_OTHER, stack);
    return refuse(in, N_("it looks for what is no fixed value"));
}

/* Values that one input is compared with. */
typedef struct equals {
    const mintu_node *input;
    mintu_value values[64];
    size_t count;
} equals;

/* Gathers them, when the node is true for these alone. */
static bool gather_equals(const mintu_node *node, equals *out)
{
    node = mintu_node_bare(node);
    if (mintu_node_is(node, "any")) {
        for (size_t i = 0; i < node->count; i++)
            if (!gather_equals(node->arguments[i], out))
                return false;
        return true;
    }
    mintu_decider one, other;
    if (!mintu_node_is(node, "==") || node->arguments[1]->form != MINTU_FORM_LITERAL ||
        out->count == sizeof out->values / sizeof *out->values)
        return false;
    if (out->input && !(mintu_decider_read(out->input, &one) && mintu_decider_read(node->arguments[0], &other) &&
                        mintu_decider_same(&one, &other)))
        return false;
    out->input = node->arguments[0];
    out->values[out->count++] = node->arguments[1]->value;
    return true;
}

static bool read_any(reading *in, const mintu_node *node)
{
    equals *found = mintu_pool_take(in->pool, sizeof *found);
    if (!found)
        return refuse(in, N_("memory ran out"));
    return gather_equals(node, found) ? add_values(in, found->input, found->values, found->count)
                                      : refuse(in, N_("one of its tests holds for several reasons"));
}

/* All of the parts, of which each must hold, or none may. Of parts that do not all hold no more is known than that. */
static bool read_parts(reading *in, const mintu_node *node, bool truth)
{
    bool each = truth == mintu_node_is(node, "all");
    for (size_t i = 0; i < node->count; i++) {
        if (!(node->arguments[i]->flags & MINTU_NODE_FEATURE))
            continue;
        if (each ? !read_test(in, node->arguments[i], truth) : !add_plain(in, MINTU_RULE_OTHER, node->arguments[i]))
            return false;
    }
    return true;
}

static bool read_test(reading *in, const mintu_node *node, bool truth)
{
    node = mintu_node_bare(node);
    if (node->form == MINTU_FORM_COMPARISON)
        return read_comparison(in, node, truth);
    if (mintu_node_is(node, "!"))
        return read_test(in, node->arguments[0], !truth);
    if (mintu_node_is(node, "any") && truth)
        return read_any(in, node);
    if (mintu_node_is(node, "all") || mintu_node_is(node, "any"))
        return read_parts(in, node, truth);
    if (mintu_node_is(node, "in"))
        return read_in(in, node, truth);
    if (mintu_node_is(node, "has"))
        return add_plain(in, truth ? MINTU_RULE_OTHER : MINTU_RULE_MISSING, node);
    if (!mintu_node_is(node, "get"))
        return refuse(in, N_("one of its tests is none of == != < > <= >= in has ! all any"));
    if (!truth)
        return add_plain(in, MINTU_RULE_OTHER, node);
    static const mintu_value yes = {.kind = MINTU_KIND_BOOLEAN, .boolean = true};
    return add_values(in, node, &yes, 1);
}

static bool read_case(reading *in, const mintu_trace_step *decision)
{
    const mintu_node *node = decision->node;
    bool last = decision->branch + 1 == node->count;
    for (size_t i = 0; i < decision->branch; i += 2) {
        bool truth = i + 1 == decision->branch && !last;
        if ((node->arguments[i]->flags & MINTU_NODE_FEATURE) && !read_test(in, node->arguments[i], truth))
            return false;
    }
    return true;
}

static bool read_decision(reading *in, const mintu_trace_step *decision)
{
    if (decision->node->form == MINTU_FORM_STEP)
        return read_step(in, decision);
    if (mintu_node_is(decision->node, "match"))
        return read_match(in, decision);
    if (mintu_node_is(decision->node, "case"))
        return read_case(in, decision);
    for (size_t i = 0; i < decision->branch; i++) /* coalesce */
        if ((decision->node->arguments[i]->flags & MINTU_NODE_FEATURE) &&
            !add_plain(in, MINTU_RULE_MISSING, decision->node->arguments[i]))
            return false;
    return true;
}

bool mintu_rules_read(const mintu_trace *trace, mintu_pool *pool, mintu_rules *out, const char **reason)
{
    reading in = {pool, out, NULL};
    bool good = true;
    *out = (mintu_rules){0};
    for (size_t i = 0; good && i < trace->depth; i++)
        good = read_decision(&in, &trace->path[i]);
    *reason = in.reason;
    return good;
}

/* Why no legend can tell the answer at the end of a way; NULL when one can. */
static const char *leaf_obstacle(const mintu_node *node)
{
    mintu_decider input;
    double place;
    bool rising, curve = node->form == MINTU_FORM_INTERPOLATE;
    if (!curve && node->type->kind != MINTU_KIND_NUMBER)
        return N_("it takes its value from the feature itself");
    for (size_t i = 1; curve && i < node->count; i++)
        if (node->arguments[i]->flags & MINTU_NODE_FEATURE)
            return N_("it interpolates between values that depend on the feature");
    const mintu_node *asked = curve ? node->arguments[0] : node;
    if (!mintu_decider_read(asked, &input) || input.field_count == 0)
        return N_("it computes the name of a field, or uses too many");
    if (!curve)
        return input.field_count == 1 ? NULL : N_("it computes its value from several fields");
    return mintu_decider_first(&input, mintu_curve_labels(node)[0], &place, &rising)
               ? NULL
               : N_("it computes what it interpolates by in a way that cannot be undone");
}

/* Each way on its own: with too many of them a legend would not help either. */
static const char *find_obstacle(const mintu_node *node, mintu_trace *trace, mintu_pool *pool, int *ways)
{
    const char *reason = NULL;
    mintu_rules rules;
    node = mintu_node_bare(node);
    if (++*ways > 500)
        return N_("it has too many cases");
    if (trace->depth == MINTU_PATH)
        return N_("it is nested too deep");
    if (!(node->flags & MINTU_NODE_FEATURE))
        return mintu_rules_read(trace, pool, &rules, &reason) ? NULL : reason;
    bool chooses = node->operation->choose != NULL;
    if (!chooses && node->form != MINTU_FORM_COALESCE)
        return mintu_rules_read(trace, pool, &rules, &reason) ? leaf_obstacle(node) : reason;
    for (size_t i = chooses ? 1 : 0; !reason && i < node->count;
         i += mintu_node_is(node, "case") && i + 2 < node->count ? 2 : 1) {
        bool asks = mintu_decision_asks(node);
        if (asks)
            trace->path[trace->depth++] = (mintu_trace_step){node, i};
        reason = find_obstacle(node->arguments[i], trace, pool, ways);
        trace->depth -= asks;
    }
    return reason;
}

const char *mintu_decision_obstacle(const mintu_node *node, mintu_pool *pool)
{
    mintu_trace trace = {0};
    int ways = 0;
    return find_obstacle(node, &trace, pool, &ways);
}
