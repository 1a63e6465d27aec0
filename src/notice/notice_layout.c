#include "notice/notice_layout.h"

#include "notice/notice_clause.h"
#include "notice/notice_date.h"
#include "notice/notice_label.h"
#include "notice/notice_reading.h"
#include "notice/notice_time.h"
#include "notice/notice_tree.h"
#include "scan/scan_words.h"

#include <stdlib.h>
#include <string.h>

typedef struct layout {
    mintu_notice *notice;
    mintu_events events;
    mintu_tree tree;
    bool own; /* the items' own numbers are their keys */
    bool running_sections;
} layout;

/* Rows that say what is to be done are items, unless the text has as many without a clause, which the rows then say more of. */
static void decide_rows(layout *l)
{
    size_t marks = 0, clauses = 0;
    int most = 0;
    for (size_t i = 0; i < l->events.count; i++) {
        const mintu_event *e = &l->events.items[i];
        marks += e->kind == MINTU_EVENT_MARK && e->mark.kind != MINTU_NUMBER_HEAD;
        clauses += (e->kind == MINTU_EVENT_CLAUSE && !e->label) || (e->kind == MINTU_EVENT_TEXT && e->running);
        most = e->kind == MINTU_EVENT_ROW && e->number > most ? e->number : most;
    }
    bool more = clauses == 0 && marks > 0 && (size_t)most <= marks + marks / 2 && most > 0;
    int row = 0;
    bool attached = false;
    for (size_t i = 0; i < l->events.count; i++) {
        mintu_event *e = &l->events.items[i];
        if (e->kind == MINTU_EVENT_ROW)
            attached = !e->running || more;
        e->attached = attached && e->label;
        if (e->kind != MINTU_EVENT_ROW || attached)
            continue;
        row = e->number > 0 ? e->number : row + 1;
        e->kind = MINTU_EVENT_MARK;
        e->mark.number = row;
    }
}

/* A clause right before a number that does not follow on may be that of a lost item. */
static void find_doubtful(layout *l)
{
    int last = 0;
    for (size_t i = 0; i < l->events.count; i++) {
        mintu_event *e = &l->events.items[i];
        const mintu_event *next = i + 1 < l->events.count ? e + 1 : NULL;
        if (e->kind == MINTU_EVENT_MARK && e->mark.kind != MINTU_NUMBER_HEAD)
            last = e->mark.number;
        bool before = next && e->kind == MINTU_EVENT_CLAUSE && next->kind == MINTU_EVENT_MARK && next->sentence == e->sentence;
        if (!before || next->mark.number <= last + 1 || last == 0 || next->mark.kind == MINTU_NUMBER_HEAD)
            continue;
        e->doubtful = true;
        mintu_notice_read_as(l->notice, e->text, e->size, MINTU_READING_UNREAD);
        mintu_notice_find(l->notice, mintu_finding_in_sentence(l->notice, "clause", e->sentence, 0),
                          "a clause stands between items %d and %d and may belong to either; it is left out", last,
                          next->mark.number);
    }
}

/* True when the items of the usual kind have numbers of which none stands twice: these are their keys. */
static bool numbers_are_keys(const layout *l)
{
    size_t counts[MINTU_NUMBER_END] = {0};
    bool seen[MINTU_NOTICE_ITEMS + 1] = {false};
    int usual = 0;
    for (size_t i = 0; i < l->tree.count; i++)
        counts[l->tree.nodes[i].mark.kind] += l->tree.nodes[i].item;
    for (int kind = 1; kind < MINTU_NUMBER_END; kind++)
        usual = counts[kind] > counts[usual] ? kind : usual;
    counts[MINTU_NUMBER_NONE] = 0;
    for (size_t i = 0; i < l->tree.count; i++) {
        const mintu_node *n = &l->tree.nodes[i];
        bool like = n->mark.kind == MINTU_NUMBER_BRACKET || n->mark.kind == MINTU_NUMBER_PAREN;
        bool same = (int)n->mark.kind == usual || (like && (usual == MINTU_NUMBER_BRACKET || usual == MINTU_NUMBER_PAREN));
        if (!n->item || n->extra)
            continue;
        if (!same || n->mark.number > MINTU_NOTICE_ITEMS || seen[n->mark.number])
            return false;
        seen[n->mark.number] = true;
    }
    return true;
}

static mintu_finding_place place_of(const layout *l, const mintu_node *n, const char *kind)
{
    const mintu_event *e = &l->events.items[n->event];
    return mintu_finding_in_sentence(l->notice, kind, e->sentence,
                                     (size_t)(e->text - l->notice->texts.data) - l->notice->sentences[e->sentence].text);
}

/* Gaps and disorder of the items' own numbers, in the whole text or below each heading. */
static void check_number(layout *l, const mintu_node *n, int before)
{
    int number = n->mark.number;
    if (n->mark.kind == MINTU_NUMBER_DECIMAL && number == 1)
        return; /* 2.1 */
    if (number == before)
        mintu_notice_find(l->notice, place_of(l, n, "repeat"), "number %d stands a second time; it is read as item %d", number,
                          n->no);
    else if (number < before)
        mintu_notice_find(l->notice, place_of(l, n, "order"), "item %d stands behind item %d", number, before);
    else if (number > before + 1)
        mintu_notice_find(l->notice, place_of(l, n, "gap"), "the numbers jump from %d to %d", before, number);
}

/* 二（一）3: the numbers of a node from the outermost. */
static char *label_of(const layout *l, const mintu_node *n)
{
    const mintu_node *path[16];
    size_t depth = 0;
    mintu_buffer text = {0};
    for (; depth < 16; n = &l->tree.nodes[n->parent]) {
        path[depth++] = n;
        if (n->parent < 0)
            break;
    }
    while (depth-- > 0) {
        const mintu_event *e = &l->events.items[path[depth]->event];
        if (path[depth]->mark.kind == MINTU_NUMBER_ROW)
            mintu_buffer_format(&text, "%d", path[depth]->mark.number);
        else
            mintu_buffer_add(&text, mintu_notice_written(l->notice, e->text), e->size);
    }
    char *copy = text.failed || !text.data ? NULL : mintu_text_copy(text.data);
    mintu_buffer_free(&text);
    return copy;
}

static void begin_item(layout *l, mintu_node *n, int no)
{
    mintu_notice *notice = l->notice;
    const mintu_event *e = &l->events.items[n->event];
    const mintu_sentence *s = &notice->sentences[e->sentence];
    mintu_item *item = &notice->items[no];
    size_t offset = (size_t)(e->text - notice->texts.data) - s->text;
    mintu_break at = mintu_notice_input(notice, s->text + offset + (offset > 0 ? e->size : 0));
    n->no = no;
    notice->item_count = no > notice->item_count ? no : notice->item_count;
    item->head = true;
    item->start = at.byte;
    item->end = s->end;
    mintu_break begin = mintu_notice_input(notice, s->text);
    item->line = begin.line;
    item->column = begin.column;
    notice->sentences[e->sentence].head = no;
    if ((!l->own || n->extra) && mintu_notice_holds(notice, (item->label = label_of(l, n)) != NULL))
        return;
}

/* Numbers the items, and gives each node that is beneath one its number. */
static void number_items(layout *l)
{
    int running = 0, before = 0, most = 0;
    l->own = numbers_are_keys(l);
    for (size_t i = 0; i < l->tree.count; i++)
        if (l->tree.nodes[i].item && !l->tree.nodes[i].extra && l->tree.nodes[i].mark.number > most)
            most = l->tree.nodes[i].mark.number;
    for (size_t i = 0; i < l->tree.count; i++) {
        mintu_node *n = &l->tree.nodes[i];
        if (!n->item)
            continue;
        if (running >= MINTU_NOTICE_ITEMS) {
            mintu_notice_find(l->notice, place_of(l, n, "order"),
                              "number %d follows item %d, the last that a notice may have; it is left out", n->mark.number,
                              running);
            n->item = false;
            continue;
        }
        if (l->own && n->extra && most >= MINTU_NOTICE_ITEMS)
            continue;
        begin_item(l, n, !l->own ? running + 1 : n->extra ? ++most : n->mark.number);
        running++;
        if (n->extra) {
            l->notice->items[n->no].clause = true; /* it needs none */
            continue;
        }
        int last = 0;
        if (!l->own) { /* the like before it beneath the same heading */
            for (size_t k = i; k-- > 0 && (int)k > n->parent;)
                if (l->tree.nodes[k].parent == n->parent) {
                    last = l->tree.nodes[k].mark.kind == n->mark.kind ? l->tree.nodes[k].mark.number : n->mark.number - 1;
                    break;
                }
            last = last > 0 || n->mark.number == 1 || n->mark.kind == MINTU_NUMBER_ROW
                       ? last
                       : n->mark.number - 1; /* they may go on from the section before */
        }
        check_number(l, n, l->own ? before : last);
        before = n->mark.number > before ? n->mark.number : before;
    }
    for (size_t i = 0; i < l->tree.count; i++) {
        mintu_node *n = &l->tree.nodes[i];
        if (n->no == 0 && n->parent >= 0)
            n->no = l->tree.nodes[n->parent].no;
    }
}

static void add_piece(layout *l, const mintu_event *e, int item, mintu_stretch part)
{
    mintu_notice *notice = l->notice;
    if (!mintu_notice_holds(notice, MINTU_ARRAY_RESERVE(notice->pieces, notice->piece_room, notice->piece_count + 1)))
        return;
    size_t text = (size_t)(e->text - notice->texts.data) + part.start;
    notice->pieces[notice->piece_count++] = (mintu_notice_piece){
        .text = text, .size = part.size, .sentence = e->sentence, .item = item, .decided = true, .line = e->line};
    notice->sentences[e->sentence].item = item;
    mintu_notice_read_as(notice, e->text + part.start, part.size, MINTU_READING_TEXT);
}

static int add_heading(layout *l, const mintu_node *n, const mintu_event *title)
{
    mintu_notice *notice = l->notice;
    int no = l->running_sections ? (int)notice->heading_count + 1 : n->mark.number;
    size_t size = title ? title->size : 0;
    if (mintu_notice_heading(notice, no) ||
        !mintu_notice_holds(notice, MINTU_ARRAY_RESERVE(notice->headings, notice->heading_room, notice->heading_count + 1)))
        return no;
    while (size > 3 && memcmp(title->text + size - 3, "。", 3) == 0)
        size -= 3;
    char *copy = mintu_text_copy_n(title ? mintu_notice_written(notice, title->text) : "", size);
    if (mintu_notice_holds(notice, copy != NULL))
        notice->headings[notice->heading_count++] = (mintu_heading){no, copy, l->events.items[n->event].sentence};
    if (title)
        mintu_notice_read_as(notice, title->text, title->size, MINTU_READING_HEADING);
    return no;
}

static bool has_items(const layout *l, size_t node)
{
    for (size_t i = node; i < l->tree.nodes[node].after; i++)
        if (l->tree.nodes[i].item)
            return true;
    return false;
}

/* The outermost headings are the sections; those of a number that was there are numbered on. */
static void read_sections(layout *l)
{
    bool seen[100] = {false};
    for (size_t i = 0; i < l->tree.count; i = l->tree.nodes[i].after) {
        const mintu_node *n = &l->tree.nodes[i];
        bool known = n->mark.number < 100 && seen[n->mark.number] && has_items(l, i);
        l->running_sections |= !n->item && (known || n->mark.number >= 100);
        if (!n->item && n->mark.number < 100)
            seen[n->mark.number] = true;
        if (known && n->mark.number == 1 && !n->item && n->clauses > 0)
            mintu_notice_find(
                l->notice, place_of(l, n, "second"),
                "sections begin with number 1 again: if another notice begins here, read it as a file of its own");
    }
    for (size_t i = 0; i < l->tree.count && l->events.items; i = l->tree.nodes[i].after) {
        const mintu_node *n = &l->tree.nodes[i];
        const mintu_event *title = n->event + 1 < n->behind ? &l->events.items[n->event + 1] : NULL;
        if (n->item || (i > 0 && n->clauses == 0 && !has_items(l, i) && mintu_notice_heading(l->notice, n->mark.number)))
            continue;
        int no = add_heading(l, n, title && title->kind == MINTU_EVENT_TEXT ? title : NULL);
        for (size_t k = i; k < n->after; k++)
            if (l->tree.nodes[k].item)
                l->notice->items[l->tree.nodes[k].no].section = no;
    }
}

/* A clause, or the content of a cell. */
static void read_clause(layout *l, const mintu_event *e, int item)
{
    mintu_notice *notice = l->notice;
    const mintu_clause clause = {e->text, e->size, item, e->role};
    notice->sentences[e->sentence].closes = item;
    size_t end;
    const mintu_notice_word *label = e->label ? e->label : mintu_notice_label_at(notice, e->text, e->size, &end);
    if (e->label && strcmp(e->label->meaning, "until") == 0) {
        mintu_time_read_label(notice, e->label, &clause);
        return;
    }
    mintu_clause_read(notice, &clause);
    if (!label || strcmp(label->meaning, "until") != 0)
        notice->items[item].clause = notice->items[item].whole = true;
}

/* True when text behind an item's clause is its own: others of the item's heading follow, or the clause stands in its heading. */
static bool goes_on(const layout *l, size_t node, size_t clause)
{
    const mintu_node *n = &l->tree.nodes[node];
    size_t next = n->after;
    bool more = next < l->tree.count && l->tree.nodes[next].parent == n->parent;
    bool title = true; /* what stands before the clause is no more than a title */
    for (size_t e = n->event + 1; e < clause; e++)
        title = title && l->events.items[e].size <= 120 && l->events.items[e].sentence == l->events.items[n->event].sentence &&
                mintu_scan_word_before((const char *const[]){"。", "；", NULL}, l->events.items[e].text,
                                       l->events.items[e].size) == 0;
    for (size_t e = clause; e < n->behind && !more && !title; e++)
        if (l->events.items[e].kind == MINTU_EVENT_CLAUSE && e > clause)
            return true; /* labels about the text */
    return more || title;
}

/* The item that a row of a table is about. */
static int item_of_row(const layout *l, const mintu_event *e)
{
    int no = 0;
    for (size_t i = 0; i < l->tree.count; i++)
        if (l->tree.nodes[i].item && l->tree.nodes[i].mark.number == e->number && no == 0)
            no = l->tree.nodes[i].no;
    return no;
}

/* The events of a node, until the next number. */
static void read_node(layout *l, size_t node)
{
    const mintu_node *n = &l->tree.nodes[node];
    const mintu_event *events = l->events.items;
    int item = n->no, row = 0;
    bool ended = false, closed = false;
    mintu_notice_read_as(l->notice, events[n->event].text, events[n->event].size, MINTU_READING_MARK);
    if (item > 0 && !n->item && n->mark.kind != MINTU_NUMBER_ROW) /* a part of an item keeps its number in the text */
        add_piece(l, &events[n->event], item, (mintu_stretch){0, events[n->event].size});
    for (size_t i = n->event + 1; i < n->behind && !l->notice->failed; i++) {
        const mintu_event *e = &events[i];
        if (e->kind == MINTU_EVENT_END)
            ended = true;
        if (e->kind == MINTU_EVENT_ROW && (row = item_of_row(l, e)) == 0)
            mintu_notice_find(l->notice, mintu_finding_in_sentence(l->notice, "clause", e->sentence, 0),
                              "this row of the table is of no item; it is left out");
        int to = row > 0 && e->label ? row : item;
        if (e->kind == MINTU_EVENT_CLAUSE && to > 0 && !e->doubtful && (!ended || row > 0)) {
            read_clause(l, e, to);
            closed |= to == item && !goes_on(l, node, i);
        }
        bool said = e->kind == MINTU_EVENT_TEXT && item > 0 && !ended && !(closed && e->line) && !(row > 0 && e->label);
        if (said)
            add_piece(l, e, item, (mintu_stretch){0, e->size});
    }
}

/* The day of the notice: a line of its own, which signs it, or one that stands before the first number. */
static void find_date(layout *l)
{
    mintu_notice *notice = l->notice;
    size_t first = notice->sentence_count;
    for (size_t i = l->events.count; i-- > 0;)
        first = l->events.items[i].kind == MINTU_EVENT_MARK || l->events.items[i].kind == MINTU_EVENT_ROW
                    ? l->events.items[i].sentence
                    : first;
    for (size_t i = 0; i < notice->sentence_count && notice->date == 0; i++) {
        const mintu_sentence *s = &notice->sentences[i];
        const char *text = notice->texts.data + s->text;
        size_t colon;
        if (s->fresh && s->size <= 36 && s->size >= 13 && !mintu_notice_label_at(notice, text, s->size, &colon) &&
            mintu_scan_word_before((const char *const[]){"前", "底", "内", NULL}, text, s->size) == 0)
            mintu_notice_date(notice, i);
    }
    for (size_t i = 0; i < notice->sentence_count && notice->date == 0 && i < first; i++)
        mintu_notice_date(notice, i);
    mintu_notice_year(notice, first);
}

void mintu_notice_layout(mintu_notice *notice)
{
    layout l = {.notice = notice};
    mintu_events_read(notice, &l.events);
    find_date(&l);
    decide_rows(&l);
    find_doubtful(&l);
    mintu_tree_read(notice, &l.events, &l.tree);
    if (!notice->failed)
        number_items(&l);
    if (!notice->failed)
        read_sections(&l);
    for (size_t i = 0; i < l.tree.count && !notice->failed; i++)
        read_node(&l, i);
    free(l.events.items);
    free(l.tree.nodes);
}
