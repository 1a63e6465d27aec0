/* The way that an evaluation takes through an expression. */
#include "style/decision_trace.h"

static void add(mintu_trace *trace, const mintu_node *node, size_t branch)
{
    if (trace->depth < MINTU_PATH)
        trace->path[trace->depth++] = (mintu_trace_step){node, branch};
}

/* Which of the arguments coalesce takes. */
static const mintu_node *coalesce(const mintu_node *node, mintu_evaluation *evaluation, mintu_trace *trace)
{
    mintu_value value;
    for (size_t i = 0; i < node->count; i++) {
        if (!mintu_node_argument(node, i, evaluation, &value)) {
            trace->failed = true;
            return NULL;
        }
        if (value.kind == MINTU_KIND_NULL && i + 1 < node->count)
            continue;
        add(trace, node, i);
        return node->arguments[i];
    }
    return NULL;
}

bool mintu_decision_asks(const mintu_node *node)
{
    if (node->form == MINTU_FORM_COALESCE)
        return true;
    if (!mintu_node_is(node, "case"))
        return node->arguments[0]->flags & MINTU_NODE_FEATURE;
    for (size_t i = 0; i + 1 < node->count; i += 2)
        if (node->arguments[i]->flags & MINTU_NODE_FEATURE)
            return true;
    return false;
}

/* What is above in the expression decides first; NULL at the end of the way. */
static const mintu_node *go_on(const mintu_node *node, mintu_evaluation *evaluation, mintu_trace *trace)
{
    size_t branch;
    node = mintu_node_bare(node);
    if (!(node->flags & MINTU_NODE_FEATURE))
        return NULL;
    if (node->form == MINTU_FORM_COALESCE)
        return coalesce(node, evaluation, trace);
    if (!node->operation->choose) {
        trace->varying = node;
        return NULL;
    }
    if (!node->operation->choose(node, evaluation, &branch)) {
        trace->failed = true;
        return NULL;
    }
    if (mintu_decision_asks(node))
        add(trace, node, branch);
    return node->arguments[branch];
}

void mintu_trace_read(const mintu_node *node, mintu_evaluation *evaluation, mintu_trace *out)
{
    mintu_value value;
    *out = (mintu_trace){0};
    for (const mintu_node *at = node; at;)
        at = go_on(at, evaluation, out);
    out->failed = out->failed || !mintu_node_evaluate(node, evaluation, &value) || value.kind == MINTU_KIND_NULL;
    if (out->failed) {
        out->depth = 0;
        out->varying = NULL;
    }
}

int mintu_trace_compare(const mintu_trace *a, const mintu_trace *b)
{
    if (a->failed != b->failed)
        return a->failed ? 1 : -1;
    for (size_t i = 0; i < a->depth && i < b->depth; i++)
        if (a->path[i].node != b->path[i].node || a->path[i].branch != b->path[i].branch)
            return a->path[i].branch < b->path[i].branch ? -1 : 1;
    return (a->depth > b->depth) - (a->depth < b->depth);
}
