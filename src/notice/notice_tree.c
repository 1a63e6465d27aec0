#include "notice/notice_tree.h"

#include <string.h>

static int depth_of(const mintu_tree *tree, int node, mintu_number_kind kind)
{
    for (; node >= 0; node = tree->nodes[node].parent)
        if (tree->nodes[node].mark.kind == kind)
            return node;
    return -1;
}

/* （2） goes on from （一） when a text mixes the two. */
static bool follows_on(const mintu_tree *tree, int last, const mintu_number_mark *mark)
{
    mintu_number_kind kind = last >= 0 ? tree->nodes[last].mark.kind : MINTU_NUMBER_NONE;
    bool brackets = (kind == MINTU_NUMBER_BRACKET && mark->kind == MINTU_NUMBER_PAREN) ||
                    (kind == MINTU_NUMBER_PAREN && mark->kind == MINTU_NUMBER_BRACKET);
    return brackets && tree->nodes[last].mark.number + 1 == mark->number && mark->number > 1;
}

/* True when numbers of another kind stand between a number and the next of its own: these are beneath it. */
static bool outranks(const mintu_events *events, size_t event, mintu_number_kind kind)
{
    enum { MOST = 400 };
    const mintu_number_mark *mark = &events->items[event].mark;
    bool seen = false;
    for (size_t i = event + 1; i < events->count && i < event + MOST; i++) {
        const mintu_event *e = &events->items[i];
        if (e->kind == MINTU_EVENT_MARK && e->mark.kind == mark->kind)
            return seen && e->mark.number == mark->number + 1;
        seen |= e->kind == MINTU_EVENT_MARK && e->mark.kind == kind;
    }
    return false;
}

/* True for the first row of a table behind an annex's name or a signature: it is of the whole notice. */
static bool is_annexed(const mintu_tree *tree, const mintu_events *events, size_t event)
{
    bool ended = false;
    for (size_t i = tree->count > 0 ? tree->nodes[tree->count - 1].event : 0; i < event; i++)
        ended |= events->items[i].kind == MINTU_EVENT_END && !events->items[i].head;
    return events->items[event].mark.kind == MINTU_NUMBER_ROW && ended;
}

/* The node that a number stands beneath: that of its last like, or the last node, unless it outranks it. */
static int parent_of(const mintu_tree *tree, const mintu_events *events, size_t event)
{
    const mintu_number_mark *mark = &events->items[event].mark;
    int last = (int)tree->count - 1, like = depth_of(tree, last, mark->kind);
    if (like >= 0)
        return tree->nodes[like].parent;
    if (follows_on(tree, last, mark))
        return tree->nodes[last].parent;
    if (is_annexed(tree, events, event))
        return -1;
    int parent = last;
    for (int up = last; up >= 0; up = tree->nodes[up].parent)
        if (mark->kind < tree->nodes[up].mark.kind && outranks(events, event, tree->nodes[up].mark.kind))
            parent = tree->nodes[up].parent;
    return parent;
}

static void add_node(mintu_notice *notice, mintu_tree *tree, const mintu_events *events, size_t event)
{
    const mintu_event *e = &events->items[event];
    if (!mintu_notice_holds(notice, MINTU_ARRAY_RESERVE(tree->nodes, tree->room, tree->count + 1)))
        return;
    int parent = parent_of(tree, events, event);
    if (tree->count > 0)
        tree->nodes[tree->count - 1].behind = event;
    tree->nodes[tree->count++] = (mintu_node){.mark = e->mark, .parent = parent, .event = event, .behind = events->count};
}

static bool charges(const mintu_event *e)
{
    bool clause =
        e->kind == MINTU_EVENT_CLAUSE && !e->doubtful && !e->attached && (!e->label || strcmp(e->label->meaning, "until") != 0);
    return clause || (e->kind == MINTU_EVENT_TEXT && e->running);
}

/* Clauses and kids of each node, from the last to the first. */
static void count(mintu_tree *tree, const mintu_events *events)
{
    for (size_t i = tree->count; i-- > 0;) {
        mintu_node *node = &tree->nodes[i];
        for (size_t e = node->event; e < node->behind; e++) {
            node->own |= charges(&events->items[e]);
            node->rows |= events->items[e].kind == MINTU_EVENT_ROW;
            node->said |= events->items[e].kind == MINTU_EVENT_TEXT;
        }
        node->clauses += node->own;
        node->after = node->after > i + 1 ? node->after : i + 1;
        if (node->parent < 0)
            continue;
        mintu_node *parent = &tree->nodes[node->parent];
        parent->kids++;
        parent->charged += node->clauses > 0;
        parent->clauses += node->clauses;
        parent->after = parent->after > node->after ? parent->after : node->after;
    }
}

/* The last node right beneath another. */
static size_t last_kid(const mintu_tree *tree, size_t node)
{
    size_t last = node + 1;
    while (tree->nodes[last].after < tree->nodes[node].after)
        last = tree->nodes[last].after;
    return last;
}

/* True when only the last of its parts bears a clause, behind all of its text: the clause is that of the whole. */
static bool closes(const mintu_tree *tree, size_t node)
{
    const mintu_node *n = &tree->nodes[node];
    if (n->kids < 2 || n->charged != 1 || n->own)
        return false;
    const mintu_node *last = &tree->nodes[last_kid(tree, node)];
    return last->own && last->kids == 0;
}

/* Kinds of number of which each node bears its own clause, in two nodes that stand beside one another at least. */
static void find_kinds(const mintu_tree *tree, bool kinds[MINTU_NUMBER_END])
{
    for (size_t i = 0; i < tree->count; i++) {
        const mintu_node *n = &tree->nodes[i];
        bool apart = n->kids > 0 && (n->charged > 1 || (n->charged == 1 && n->kids == 1 && !n->own));
        if (apart)
            kinds[tree->nodes[last_kid(tree, i)].mark.kind] = true;
    }
}

/* The kind of most nodes that were chosen. */
static mintu_number_kind usual_kind(const mintu_tree *tree)
{
    size_t counts[MINTU_NUMBER_END] = {0};
    int best = MINTU_NUMBER_NONE;
    for (size_t i = 0; i < tree->count; i++)
        counts[tree->nodes[i].mark.kind] += tree->nodes[i].item;
    for (int kind = 1; kind < MINTU_NUMBER_END; kind++)
        if (counts[kind] > 0 && (best == MINTU_NUMBER_NONE || counts[kind] > counts[best]))
            best = kind;
    return (mintu_number_kind)best;
}

static bool within_item(const mintu_tree *tree, size_t node)
{
    for (int up = tree->nodes[node].parent; up >= 0; up = tree->nodes[up].parent)
        if (tree->nodes[up].item && !tree->nodes[up].shallow)
            return true;
    return false;
}

static void choose_charged(mintu_tree *tree)
{
    bool kinds[MINTU_NUMBER_END] = {false};
    find_kinds(tree, kinds);
    for (size_t i = 0; i < tree->count; i++) {
        mintu_node *n = &tree->nodes[i];
        if (n->clauses == 0 || within_item(tree, i))
            continue;
        bool whole = n->charged == 0 || (closes(tree, i) && !kinds[tree->nodes[last_kid(tree, i)].mark.kind]);
        n->shallow = !whole && n->own;
        n->item = whole || n->own;
    }
}

/* The kind that items of a text without a clause have. */
static mintu_number_kind plain_kind(const mintu_tree *tree)
{
    static const mintu_number_kind order[] = {MINTU_NUMBER_BRACKET, MINTU_NUMBER_FIGURE, MINTU_NUMBER_ARTICLE,
                                              MINTU_NUMBER_PAREN,   MINTU_NUMBER_ROW,    MINTU_NUMBER_CIRCLE,
                                              MINTU_NUMBER_DECIMAL, MINTU_NUMBER_HEAD};
    size_t counts[MINTU_NUMBER_END] = {0};
    for (size_t i = 0; i < tree->count; i++)
        counts[tree->nodes[i].mark.kind]++;
    for (size_t most = 2; most > 0; most--)
        for (size_t i = 0; i < sizeof order / sizeof *order; i++)
            if (counts[order[i]] >= most && (most == 2 || order[i] != MINTU_NUMBER_HEAD || tree->count == 1))
                return order[i];
    return MINTU_NUMBER_NONE;
}

static bool has_kind_beneath(const mintu_tree *tree, size_t node, mintu_number_kind kind)
{
    for (size_t i = node + 1; i < tree->nodes[node].after; i++)
        if (tree->nodes[i].mark.kind == kind)
            return true;
    return false;
}

/* True when a node right beside it, of its kind, is an item. */
static bool beside_item(const mintu_tree *tree, size_t node)
{
    const mintu_node *n = &tree->nodes[node];
    size_t first = n->parent < 0 ? 0 : (size_t)n->parent + 1, end = n->parent < 0 ? tree->count : tree->nodes[n->parent].after;
    for (size_t i = first; i < end; i = tree->nodes[i].after)
        if (tree->nodes[i].item && !tree->nodes[i].shallow && tree->nodes[i].mark.kind == n->mark.kind)
            return true;
    return false;
}

/* Nodes without a clause that are like the items, so that an item whose clause is lost, or that has none, is one all the same. */
static void choose_like(mintu_tree *tree, mintu_number_kind kind)
{
    for (size_t i = 0; i < tree->count; i++) {
        mintu_node *n = &tree->nodes[i];
        if (n->item || n->clauses > 0 || (n->rows && !n->said) || within_item(tree, i))
            continue;
        bool like = n->mark.kind == kind && !has_kind_beneath(tree, i, kind);
        n->item = like || (n->kids == 0 && n->parent >= 0 && beside_item(tree, i));
    }
}

/* Headings that no item stands beneath are items too, which need no clause. */
static void choose_targets(mintu_tree *tree, const mintu_events *events)
{
    for (size_t i = 0; i < tree->count; i++) {
        mintu_node *n = &tree->nodes[i];
        if (n->item || n->kids > 0 || within_item(tree, i))
            continue;
        for (size_t e = n->event; e < n->behind && events->items[e].kind != MINTU_EVENT_END; e++)
            n->item = n->item || events->items[e].kind == MINTU_EVENT_TEXT;
        n->extra = n->item = n->item && !n->rows;
    }
}

void mintu_tree_read(mintu_notice *notice, const mintu_events *events, mintu_tree *out)
{
    size_t clauses = 0;
    for (size_t i = 0; i < events->count && !notice->failed; i++)
        if (events->items[i].kind == MINTU_EVENT_MARK)
            add_node(notice, out, events, i);
    if (notice->failed)
        return;
    count(out, events);
    for (size_t i = 0; i < out->count; i++)
        clauses += out->nodes[i].own;
    if (clauses > 0)
        choose_charged(out);
    choose_like(out, clauses > 0 ? usual_kind(out) : plain_kind(out));
    choose_targets(out, events);
}
