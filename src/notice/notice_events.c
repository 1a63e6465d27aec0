#define _GNU_SOURCE
#include "notice/notice_events.h"

#include "notice/notice_clause_is.h"
#include "notice/notice_date.h"
#include "notice/notice_label.h"
#include "notice/notice_marks.h"
#include "notice/notice_paragraph.h"
#include "notice/notice_reading.h"
#include "notice/notice_share.h"
#include "notice/notice_table.h"
#include "scan/scan_words.h"

#include <string.h>

enum { TITLE = 120 };

typedef struct eventer {
    mintu_notice *notice;
    mintu_events *out;
    mintu_notice_table table;
    int last[MINTU_NUMBER_END]; /* the last number of each kind */
    int annex;                  /* the next number of a list of annexes; 0: none */
    size_t sentence;
    const char *begin; /* of the sentence */
    size_t marks;      /* so far in the text */
    bool line;         /* nothing of the line was added yet */
    bool numbered;     /* a row of the table had a number: one without is a part of its item */
} eventer;

/* True when a figure with a unit that is no time stands in the text. */
static bool counts(const mintu_notice *notice, const char *text, size_t size)
{
    double value;
    for (size_t at = 0, used; at < size; at += used) {
        used = text[at] >= '0' && text[at] <= '9' ? mintu_notice_number(text + at, size - at, &value) : 0;
        size_t end = at + used;
        const mintu_notice_word *unit =
            used && end < size ? mintu_notice_word_at(&notice->words, MINTU_NOTICE_WORD_UNIT, text + end, size - end) : NULL;
        if (unit && strcmp(unit->text, "年") != 0)
            return true;
        used = used ? used : mintu_notice_step(text + at, size - at);
    }
    return false;
}

static void add(eventer *e, mintu_event_kind kind, const char *text, size_t size)
{
    if (size == 0)
        return;
    bool running = kind == MINTU_EVENT_TEXT && mintu_paragraph_charges(e->notice, text, size);
    mintu_event_add(e->notice, e->out,
                    (mintu_event){.kind = kind,
                                  .text = text,
                                  .size = size,
                                  .sentence = e->sentence,
                                  .line = e->line,
                                  .running = running,
                                  .counts = kind == MINTU_EVENT_TEXT && counts(e->notice, text, size)});
    e->line = false;
}

static void add_mark(eventer *e, const char *text, mintu_number_mark mark)
{
    mintu_event_add(
        e->notice, e->out,
        (mintu_event){
            .kind = MINTU_EVENT_MARK, .mark = mark, .text = text, .size = mark.size, .sentence = e->sentence, .line = e->line});
    e->last[mark.kind] = mark.number;
    for (int kind = (int)mark.kind + 1; kind < MINTU_NUMBER_END; kind++) /* those below begin again */
        e->last[kind] = mark.kind <= MINTU_NUMBER_HEAD ? 0 : e->last[kind];
    e->marks++;
    e->line = false;
}

/* True for a mark that may stand here: at the begin of a line; elsewhere only the one that follows on, and one in brackets. */
static bool fits(const eventer *e, const mintu_number_mark *mark, bool fresh)
{
    int last = e->last[mark->kind];
    if (mark->kind == MINTU_NUMBER_DECIMAL)
        return fresh && (mark->number == 1 || last + 1 == mark->number);
    if (mark->kind == MINTU_NUMBER_PART || mark->kind == MINTU_NUMBER_ARTICLE)
        return fresh && mark->number <= last + MINTU_NOTICE_LEAP;
    if (mark->kind == MINTU_NUMBER_BRACKET || mark->kind == MINTU_NUMBER_PAREN)
        return true;
    return fresh ? true : mark->number == last + 1 && last > 0;
}

/* A number that is further on than lost ones can explain is text. */
static bool is_far(eventer *e, const char *text, const mintu_number_mark *mark)
{
    int last = e->last[mark->kind];
    if (mark->number <= last + MINTU_NOTICE_LEAP)
        return false;
    mintu_notice_find(e->notice, mintu_finding_in_sentence(e->notice, "order", e->sentence, (size_t)(text - e->begin)),
                      "number %d is far from item %d; it is read as text", mark->number, last);
    return true;
}

static bool has_punctuation(const char *text, size_t size)
{
    static const char *const marks[] = {"，", "。", "；", "、", "：", "（", NULL};
    for (size_t at = 0; at < size; at++)
        if (mintu_scan_word_at(marks, text, size, at) > 0)
            return true;
    return false;
}

/* The heading at the text's begin runs to a number in brackets inside its line: bytes of its title, 0 when it does not. */
static size_t title_before_number(const char *text, size_t size)
{
    for (size_t at = 0; at < size && at < TITLE; at++)
        if (mintu_marks_opens(text + at, size - at)) {
            mintu_number_mark mark = mintu_number_mark_at(text + at, size - at);
            return (mark.kind == MINTU_NUMBER_BRACKET || mark.kind == MINTU_NUMBER_PAREN) && !has_punctuation(text, at) ? at
                                                                                                                        : 0;
        }
    return 0;
}

/* A heading with an item's number behind it may stand inside a sentence, when lines were joined: where it begins; size for none. */
static size_t heading_inside(const char *text, size_t size)
{
    for (size_t i = 3; i + 9 < size; i++) {
        if ((unsigned char)text[i] < 0xE4 || (text[i] & 0xC0) == 0x80)
            continue;
        if (!MINTU_STARTS(text + i + 3, size - i - 3, "、") && !MINTU_STARTS(text + i + 6, size - i - 6, "、"))
            continue;
        mintu_number_mark mark = mintu_number_mark_at(text + i, size - i);
        if (mark.kind == MINTU_NUMBER_HEAD && title_before_number(text + i + mark.size, size - i - mark.size) > 0)
            return i;
    }
    return size;
}

/* Marks at the text's begin, one in another: 一、总体（一）. Bytes read. */
static size_t read_marks(eventer *e, const char *text, size_t size, bool fresh)
{
    size_t at = 0, blank;
    while (at < size) {
        mintu_number_mark mark = mintu_number_mark_at(text + at, size - at);
        bool chained = at > 0,
             titled = mark.kind == MINTU_NUMBER_HEAD && title_before_number(text + at + mark.size, size - at - mark.size) > 0;
        if (mark.kind == MINTU_NUMBER_DECIMAL &&
            mintu_notice_word_at(&e->notice->words, MINTU_NOTICE_WORD_UNIT, text + at + mark.size, size - at - mark.size))
            break;
        if (mark.kind == MINTU_NUMBER_NONE || !fits(e, &mark, titled || (fresh && !chained)) ||
            (chained && mark.number != 1 && mark.kind != MINTU_NUMBER_BRACKET) || is_far(e, text + at, &mark))
            break;
        add_mark(e, text + at, mark);
        at += mark.size;
        while (at < size && (blank = mintu_scan_word_at((const char *const[]){" ", "　", "\t", NULL}, text, size, at)) > 0)
            at += blank;
        size_t title = mark.kind == MINTU_NUMBER_HEAD ? title_before_number(text + at, size - at) : 0;
        if (title == 0 && !chained && mark.kind != MINTU_NUMBER_HEAD && mark.kind != MINTU_NUMBER_BRACKET)
            break;
        add(e, MINTU_EVENT_TEXT, text + at, title);
        at += title;
    }
    return at;
}

/* True where a sentence, or a part of it, ends, or a number or another bracket begins. */
static bool ends_part(const char *text, size_t size)
{
    static const char *const stops[] = {"。", "；", ";", "，", ",", "\n", " ", "　", "！", ".", "）", ")", "”", NULL};
    return size == 0 || mintu_scan_word_at(stops, text, size, 0) > 0 || mintu_marks_opens(text, size) ||
           mintu_number_mark_at(text, size).kind != MINTU_NUMBER_NONE;
}

/* Bytes of a bracket at the text's begin that holds a clause; 0 when none is there. */
static size_t clause_bracket(const eventer *e, const char *text, size_t size, mintu_stretch *inside)
{
    size_t used = mintu_marks_any_bracket(text, size, inside);
    bool closes = used > 0 && ends_part(text + used, size - used);
    return used > 0 && mintu_clause_in_bracket(e->notice, text + inside->start, inside->size, closes) ? used : 0;
}

/* A clause in brackets at the text's begin, with a stop behind it. Bytes, 0 when there is none. */
static size_t read_bracket(eventer *e, const char *text, size_t size)
{
    mintu_stretch inside;
    size_t used = clause_bracket(e, text, size, &inside);
    if (used == 0)
        return 0;
    add(e, MINTU_EVENT_CLAUSE, text + inside.start, inside.size);
    return used + mintu_scan_word_at((const char *const[]){"。", "；", "，", NULL}, text, size, used < size ? used : size) *
                      (used < size);
}

/* True where a number may begin inside a sentence: behind a clause, and behind these. */
static bool parts(const char *text, size_t at)
{
    static const char *const marks[] = {"；", ";", "：", ":", NULL};
    return mintu_scan_word_before(marks, text, at) > 0;
}

/* Text with the clauses that stand in it, until its end. */
static void read_text(eventer *e, const char *text, size_t size)
{
    size_t start = 0;
    mintu_stretch inside;
    for (size_t at = 0; at < size;) {
        if (clause_bracket(e, text + at, size - at, &inside) > 0) {
            add(e, MINTU_EVENT_TEXT, text + start, at - start); /* the text before it comes first */
            at += read_bracket(e, text + at, size - at);
            at += read_marks(e, text + at, size - at, false);
            start = at;
            continue;
        }
        if (at > start && parts(text, at) && mintu_number_mark_at(text + at, size - at).kind != MINTU_NUMBER_NONE) {
            mintu_number_mark mark = mintu_number_mark_at(text + at, size - at);
            if (fits(e, &mark, false) && mark.kind >= MINTU_NUMBER_BRACKET &&
                (mark.number == 1 || mark.number == e->last[mark.kind] + 1)) {
                add(e, MINTU_EVENT_TEXT, text + start, at - start);
                add_mark(e, text + at, mark);
                start = at += mark.size;
                continue;
            }
        }
        at += mintu_notice_step(text + at, size - at);
    }
    add(e, MINTU_EVENT_TEXT, text + start, size - start);
}

/* 责任单位：… at a line's begin, with its content on the line or alone on the next one. */
static bool read_label_line(eventer *e, const char *text, size_t size)
{
    size_t end;
    const mintu_notice_word *label = mintu_notice_label_at(e->notice, text, size, &end);
    if (!label || strcmp(label->meaning, "text") == 0 || strcmp(label->meaning, "task") == 0 ||
        strcmp(label->meaning, "no") == 0)
        return false;
    add(e, MINTU_EVENT_CLAUSE, text, size);
    return true;
}

/* A line that is a label without content says what the next line is. */
static bool joins_label(const eventer *e, const char *text, size_t size)
{
    const mintu_event *last = e->out->count ? &e->out->items[e->out->count - 1] : NULL;
    size_t end;
    if (!last || last->kind != MINTU_EVENT_CLAUSE || !e->line || last->sentence + 1 != e->sentence)
        return false;
    const mintu_notice_word *label = mintu_notice_label_at(e->notice, last->text, last->size, &end);
    return label && end == last->size && mintu_notice_label_charges(label) && mintu_clause_is(e->notice, text, size);
}

/* 配合单位：市财政局, and 市审计局 on a line below that stands further in, and does not sign the notice: it has the label's role. */
static bool read_below_label(eventer *e, const char *text, size_t size)
{
    const mintu_notice *notice = e->notice;
    const mintu_event *last = e->out->count ? &e->out->items[e->out->count - 1] : NULL;
    const mintu_sentence *s = &notice->sentences[e->sentence], *next = s + 1;
    size_t end;
    if (!last || last->kind != MINTU_EVENT_CLAUSE || last->label || !e->line || last->sentence + 1 != e->sentence ||
        e->sentence + 1 >= notice->sentence_count || !next->fresh)
        return false;
    const mintu_notice_word *label = mintu_notice_label_at(notice, last->text, last->size, &end);
    const char *role = label && mintu_notice_label_charges(label) ? label->meaning : last->role;
    size_t column = notice->sentences[last->sentence].column;
    if (!role || (last->role ? s->column < column : s->column <= column) ||
        mintu_notice_is_day(notice->texts.data + next->text, next->size) || !mintu_clause_is(notice, text, size))
        return false;
    mintu_event_add(e->notice, e->out,
                    (mintu_event){MINTU_EVENT_CLAUSE, .text = text, .size = size, .sentence = e->sentence, .role = role});
    return true;
}

/* Cells of a row: an item of its own, or more of one that was read. */
static void read_row(eventer *e, const char *text, const mintu_notice_row *row)
{
    size_t first = 0, filled = 0;
    for (size_t i = 0; i < row->count; i++) {
        bool named = row->cells[i].size > 0 && e->table.columns[i] && strcmp(e->table.columns[i]->meaning, "no") != 0;
        first = named && filled == 0 ? i : first;
        filled += named;
    }
    if (filled == 1 && row->chinese && strcmp(e->table.columns[first]->meaning, "task") == 0) { /* 一 | 产业发展: a heading */
        add_mark(e, text, (mintu_number_mark){MINTU_NUMBER_HEAD, row->number, 0, row->cells[first].start});
        add(e, MINTU_EVENT_TEXT, text + row->cells[first].start, row->cells[first].size);
        return;
    }
    mintu_number_mark mark = {MINTU_NUMBER_ROW, row->number, 0, 0};
    e->numbered |= row->number > 0;
    if (!row->merged || !e->numbered)
        mintu_event_add(e->notice, e->out,
                        (mintu_event){.kind = MINTU_EVENT_ROW,
                                      .mark = mark,
                                      .text = text,
                                      .sentence = e->sentence,
                                      .line = true,
                                      .number = row->number,
                                      .running = e->table.tasks});
    for (size_t i = 0; i < row->count; i++) {
        const mintu_notice_word *label = e->table.columns[i];
        if (!label || row->cells[i].size == 0 || strcmp(label->meaning, "no") == 0 || strcmp(label->meaning, "other") == 0)
            continue;
        bool said = strcmp(label->meaning, "task") == 0 || strcmp(label->meaning, "text") == 0;
        mintu_event_add(e->notice, e->out,
                        (mintu_event){.kind = said ? MINTU_EVENT_TEXT : MINTU_EVENT_CLAUSE,
                                      .text = text + row->cells[i].start,
                                      .size = row->cells[i].size,
                                      .sentence = e->sentence,
                                      .line = true,
                                      .role = said ? NULL : label->meaning,
                                      .label = label});
    }
}

/* A day alone on its line signs the notice, and so does the short line before it. */
static bool is_signature(eventer *e, const char *text, size_t size)
{
    mintu_event *last = e->out->count ? &e->out->items[e->out->count - 1] : NULL;
    if (!e->line || !mintu_notice_is_day(text, size))
        return false;
    if (last && last->kind == MINTU_EVENT_TEXT && last->line && last->sentence + 1 == e->sentence && last->size <= 90 &&
        mintu_notice_word_before(&e->notice->words, MINTU_NOTICE_WORD_BODY, last->text, last->size))
        last->kind = MINTU_EVENT_END;
    add(e, MINTU_EVENT_END, text, size);
    return true;
}

/* Annexes, a date alone: what follows is of no item. */
static bool ends_items(eventer *e, const char *text, size_t size)
{
    static const char *const annexes[] = {"附件：", "附件:", "附件1", "附件2", "附件一", "附：",
                                          "附:",    "附表",  "附件",  "抄送",  "主送",   NULL};
    if (is_signature(e, text, size))
        return true;
    size_t annex = e->line ? mintu_scan_word_at(annexes, text, size, 0) : 0;
    if (annex > 0 && size < 600) {
        mintu_number_mark mark = annex < size ? mintu_number_mark_at(text + annex, size - annex) : (mintu_number_mark){0};
        e->annex = mark.kind == MINTU_NUMBER_FIGURE ? mark.number + 1 : 0;
        add(e, MINTU_EVENT_END, text, size);
        return true;
    }
    if (e->annex > 0 && e->line) {
        mintu_number_mark mark = mintu_number_mark_at(text, size);
        if (mark.kind == MINTU_NUMBER_FIGURE && mark.number == e->annex) {
            e->annex++;
            add(e, MINTU_EVENT_END, text, size);
            return true;
        }
    }
    e->annex = 0;
    return false;
}

static void read_sentence(eventer *e, size_t sentence)
{
    mintu_notice *notice = e->notice;
    const mintu_sentence *s = &notice->sentences[sentence];
    const char *text = notice->texts.data + s->text;
    size_t size = s->size, at = 0, used;
    mintu_notice_row row;
    e->sentence = sentence;
    e->begin = text;
    e->line = s->fresh;
    mintu_notice_table_kind line = s->fresh ? mintu_notice_table_line(notice, &e->table, text, size, &row) : MINTU_TABLE_NONE;
    if (line == MINTU_TABLE_ROW)
        read_row(e, text, &row);
    else if (line == MINTU_TABLE_HEAD || line == MINTU_TABLE_RULE) {
        mintu_event_add(notice, e->out,
                        (mintu_event){MINTU_EVENT_END, .text = text, .size = size, .sentence = sentence, .head = true});
        mintu_notice_read_as(notice, text, size, MINTU_READING_OTHER);
    }
    e->numbered = e->numbered && line != MINTU_TABLE_HEAD;
    if (line != MINTU_TABLE_NONE || ends_items(e, text, size))
        return;
    if (s->fresh && (size > TITLE || mintu_number_mark_at(text, size).kind != MINTU_NUMBER_HEAD))
        e->table.count = 0; /* a heading may part the rows */
    if (s->fresh && (mintu_notice_shares(notice, sentence, (mintu_stretch){0, size}, e->out) ||
                     read_label_line(e, text, size) || read_below_label(e, text, size)))
        return;
    if (joins_label(e, text, size)) {
        mintu_event *last = &e->out->items[e->out->count - 1];
        last->size = (size_t)(text + size - last->text);
        return;
    }
    while ((used = read_bracket(e, text + at, size - at)) > 0 && at + used < size)
        at += used;
    at += used;
    size_t marks = at < size ? read_marks(e, text + at, size - at, s->fresh || at > 0) : 0, inside;
    at += marks;
    if (marks == 0 && at == 0 && (inside = heading_inside(text, size)) < size) {
        add(e, MINTU_EVENT_TEXT, text, inside);
        at = inside + read_marks(e, text + inside, size - inside, true);
    }
    bool shared = marks > 0 && mintu_notice_shares(notice, sentence, (mintu_stretch){at, size - at}, e->out);
    if (at < size && !shared)
        read_text(e, text + at, size - at);
}

void mintu_events_read(mintu_notice *notice, mintu_events *out)
{
    eventer e = {.notice = notice, .out = out};
    for (size_t i = 0; i < notice->sentence_count && !notice->failed; i++)
        read_sentence(&e, i);
}
