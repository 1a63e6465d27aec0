/* Sentences to items: which sentence and which clause belongs to which number. What include/mintu/notice.h says of damaged text
 * is done here. */
#include "notice/notice_outline.h"

#include "notice/notice_clause.h"
#include "notice/notice_data.h"
#include "notice/notice_marks.h"

#include <math.h>
#include <mintu/date.h>

#include <stdlib.h>
#include <string.h>

/* One of the two texts that a damaged one is made of: its own, and the one that its repeats make up. */
typedef struct stream {
    int item;
    bool whole; /* read without a gap since the item's number */
} stream;

typedef struct outline {
    mintu_notice *notice;
    mintu_numbering numbering;
    int open, most;    /* item that was begun last; highest number so far */
    bool closed;       /* its clause has been read, and its line has ended */
    bool copied;       /* the last number stood in a repeat */
    bool seam;         /* lost text since the last number */
    bool contradicted; /* another sentence is known to follow the repeat that ended last */
    size_t waiting;    /* first piece since the last number that is not decided */
    stream own, copy;
    mintu_word columns[8]; /* of a table; meaning NULL: none */
    size_t column_count;
    size_t line;
} outline;

static void add_piece(outline *o, size_t sentence, size_t from, size_t to, int item)
{
    mintu_notice *notice = o->notice;
    const mintu_sentence *s = &notice->sentences[sentence];
    if (to <= from ||
        !mintu_notice_room(notice, &notice->pieces, &notice->piece_room, notice->piece_count, sizeof *notice->pieces))
        return;
    notice->pieces[notice->piece_count++] =
        (mintu_piece){.text = s->text + from, .size = to - from, .sentence = sentence, .item = item, .decided = item > 0};
}

/* The sentences since the last number go to @p item, or, when it is 0, may belong to the open item or to @p other. */
static void decide(outline *o, int item, int other)
{
    for (; o->waiting < o->notice->piece_count; o->waiting++) {
        mintu_piece *piece = &o->notice->pieces[o->waiting];
        if (piece->decided)
            continue;
        piece->item = item > 0 ? item : o->open;
        piece->other = item > 0 ? 0 : other;
        piece->decided = item > 0;
        o->notice->sentences[piece->sentence].item = piece->item;
    }
}

static void close_streams(outline *o, int item)
{
    if ((o->own.item == item && o->own.whole && !o->copied) || (o->copy.item == item && o->copy.whole))
        o->notice->items[item].whole = true;
}

static void set_clause(outline *o, int item, size_t sentence, size_t from, size_t size)
{
    mintu_notice *notice = o->notice;
    if (item <= 0 || item > MINTU_NOTICE_ITEMS)
        return;
    notice->sentences[sentence].closes = item;
    close_streams(o, item);
    if (!notice->items[item].clause)
        mintu_clause_read(notice, item, notice->texts.data + notice->sentences[sentence].text + from, size, NULL, sentence);
    notice->items[item].clause = true;
    notice->item_count = item > notice->item_count ? item : notice->item_count;
}

/* The item that a clause before the number @p n closes; 0 when it cannot be said. */
static int closed_by(outline *o, int n, bool repeat)
{
    bool damaged = o->notice->damaged;
    if (o->open == n - 1 || (n <= o->open && !damaged) || (n <= o->most && !damaged))
        return o->open;
    if (damaged && (o->seam || o->copied || repeat || n > o->open + 1))
        return n - 1;
    return damaged ? o->open : 0;
}

/* What the sentences before the number @p n belong to, when the clause before it closes the item @p closes. */
static void decide_before(outline *o, int n, int closes)
{
    const mintu_notice *notice = o->notice;
    if (!notice->damaged || closes == o->open || (closes == 0 && !o->seam && !o->copied))
        decide(o, o->open, 0);
    else if (closes > 0 && (o->contradicted || (o->seam && !o->copied)))
        decide(o, closes, 0);
    else if (closes == 0 && o->open == n - 1)
        decide(o, o->open, 0);
    else
        decide(o, 0, closes > 0 ? closes : n - 1);
}

static void begin_item(outline *o, size_t sentence, int n, bool repeat)
{
    mintu_notice *notice = o->notice;
    stream *s = repeat ? &o->copy : &o->own;
    if (repeat && !o->copied)
        o->own.whole = false;
    s->item = n;
    s->whole = true;
    o->copied = repeat;
    o->seam = o->contradicted = o->closed = false;
    o->open = n;
    o->most = n > o->most ? n : o->most;
    o->waiting = notice->piece_count;
    notice->item_count = n > notice->item_count ? n : notice->item_count;
    notice->sentences[sentence].head = notice->sentences[sentence].item = n;
}

/* A number: its clause, its heading, its first sentence. */
static void read_number(outline *o, size_t sentence, const mintu_marks *marks)
{
    mintu_notice *notice = o->notice;
    int n = marks->number, before = o->most;
    bool repeat = notice->damaged && n <= o->most, known = notice->items[n].head;
    int closes = marks->clause_size > 0 ? closed_by(o, n, repeat) : 0;
    if (marks->clause_size > 0 && closes == 0)
        mintu_notice_find(notice, "clause", sentence, 0,
                          "a clause stands between items %d and %d and may belong to either; it is left out", o->open, n);
    decide_before(o, n, closes);
    if (marks->clause_size > 0)
        set_clause(o, closes, sentence, marks->clause, marks->clause_size);
    begin_item(o, sentence, n, repeat);
    if (known)
        mintu_notice_find(notice, "repeat", sentence, 0, "item %d stands a second time; the first is kept", n);
    else if (n < before && !repeat)
        mintu_notice_find(notice, "order", sentence, 0, "item %d stands behind item %d", n, before);
    else if (n > before + 1)
        mintu_notice_find(notice, "gap", sentence, 0, "the numbers jump from %d to %d", before, n);
    if (!known)
        add_piece(o, sentence, marks->body, marks->body_end, n);
    o->waiting = notice->piece_count;
    notice->items[n].head = true;
    if (!known) {
        const mintu_sentence *s = &notice->sentences[sentence];
        notice->items[n].start = s->start + (marks->clause_size || marks->before ? marks->body : 0);
        notice->items[n].end = s->end;
        notice->items[n].line = s->line;
        notice->items[n].column = s->column;
    }
}

/* A clause that no number follows on its line closes the open item. */
static void read_last_clause(outline *o, size_t sentence, size_t from, size_t size)
{
    if (o->open == 0)
        return;
    if (o->seam && !o->copied) {
        mintu_notice_find(o->notice, "clause", sentence, from, "a clause stands behind lost text; it is left out");
        return;
    }
    decide(o, o->open, 0);
    set_clause(o, o->open, sentence, from, size);
    o->closed = true;
}

static void add_heading(outline *o, size_t sentence, const mintu_marks *marks)
{
    mintu_notice *notice = o->notice;
    for (size_t i = 0; i < notice->heading_count; i++)
        if (notice->headings[i].no == marks->section)
            return;
    if (!mintu_notice_room(notice, &notice->headings, &notice->heading_room, notice->heading_count, sizeof *notice->headings))
        return;
    char *title = mintu_text_copy_n(notice->texts.data + notice->sentences[sentence].text + marks->title, marks->title_size);
    notice->failed |= !title;
    notice->headings[notice->heading_count++] = (mintu_heading){marks->section, title, sentence};
}

/* Sentences that stood before: a text of its own, which goes on where its last run ended. */
static void read_run(outline *o, size_t sentence)
{
    mintu_notice *notice = o->notice;
    const mintu_sentence *run = &notice->sentences[sentence];
    if (!o->copied)
        o->own.whole = false;
    if (o->open > 0)
        decide(o, o->open, 0);
    for (size_t i = run->copy; i < run->copy + run->copies; i++) {
        const mintu_sentence *s = &notice->sentences[i];
        if (s->closes > 0 && s->closes == o->copy.item && o->copy.whole)
            notice->items[s->closes].whole = true;
        if (s->head > 0)
            o->copy = (stream){s->head, true};
        else if (s->item != o->copy.item)
            o->copy = (stream){s->item, false};
    }
    size_t next = run->copy + run->copies;
    o->contradicted = next < sentence && notice->sentences[next].copies == 0;
    o->copied = true;
    o->seam = true;
    o->open = o->copy.item;
    o->waiting = notice->piece_count;
}

/* The next cell of a row, which a | or a tab ends; a | at the row's begin is its frame. */
static size_t next_cell(const char *text, size_t size, size_t *at, size_t *length)
{
    if (*at == 0 && text[0] == '|')
        (*at)++;
    while (*at < size && text[*at] == ' ')
        (*at)++;
    size_t start = *at;
    while (*at < size && text[*at] != '|' && text[*at] != '\t')
        (*at)++;
    *length = *at - start;
    while (*length > 0 && text[start + *length - 1] == ' ')
        (*length)--;
    *at += *at < size;
    return start;
}

/* The head of a table: at least two cells that are labels. */
static bool read_columns(outline *o, const char *text, size_t size)
{
    mintu_word columns[8];
    size_t count = 0, labels = 0;
    for (size_t at = 0; at < size && count < 8; count++) {
        size_t length, start = next_cell(text, size, &at, &length);
        const mintu_word *word = mintu_notice_word_at(&o->notice->words, MINTU_WORD_LABEL, text + start, length);
        columns[count] = word && word->size == length ? *word : (mintu_word){0};
        labels += columns[count].meaning != NULL;
    }
    if (labels < 2)
        return false;
    memcpy(o->columns, columns, sizeof columns);
    o->column_count = count;
    return true;
}

static void read_until(outline *o, int item, const mintu_word *label, const char *text, size_t size)
{
    double year;
    mintu_notice *notice = o->notice;
    if (mintu_notice_number(text, size, &year) == 0 || year < 1900 || year > 2200 ||
        !mintu_notice_room(notice, &notice->targets, &notice->target_room, notice->target_count, sizeof *notice->targets))
        return;
    char *what = mintu_text_copy_n(label->text, label->size);
    notice->failed |= !what;
    notice->targets[notice->target_count++] =
        (mintu_target){.item = item, .what = what, .value = NAN, .unit = "", .bound = "", .until = (int)year};
}

static bool read_row(outline *o, size_t sentence, const char *text, size_t size)
{
    int item = 0;
    double value;
    for (size_t at = 0, column = 0; at < size && column < o->column_count; column++) {
        size_t length, start = next_cell(text, size, &at, &length);
        const char *meaning = o->columns[column].meaning, *cell = text + start;
        if (!meaning || length == 0)
            continue;
        if (strcmp(meaning, "no") == 0 && mintu_notice_number(cell, length, &value) > 0 && value >= 1 && value <= o->most)
            item = (int)value;
        else if (item > 0 && strcmp(meaning, "until") == 0)
            read_until(o, item, &o->columns[column], cell, length);
        else if (item > 0 && strcmp(meaning, "task") != 0) {
            mintu_clause_read(o->notice, item, cell, length, meaning, sentence);
            o->notice->items[item].clause = o->notice->items[item].whole = true;
        }
    }
    return item > 0;
}

static bool read_table(outline *o, size_t sentence, const char *text, size_t size)
{
    if (!memchr(text, '|', size) && !memchr(text, '\t', size))
        return false;
    return read_columns(o, text, size) || o->column_count == 0 || read_row(o, sentence, text, size) || true;
}

/* 责任单位：… as a line of its own. */
static bool read_label(outline *o, size_t sentence, const char *text, size_t size)
{
    const mintu_word *label = mintu_notice_word_at(&o->notice->words, MINTU_WORD_LABEL, text, size);
    if (!label || o->open == 0 || !MINTU_STARTS(text + label->size, size - label->size, "：") ||
        strcmp(label->meaning, "no") == 0 || strcmp(label->meaning, "task") == 0)
        return false;
    if (strcmp(label->meaning, "until") == 0)
        read_until(o, o->open, label, text + label->size + 3, size - label->size - 3);
    else
        read_last_clause(o, sentence, 0, size);
    return true;
}

static void read_sentence(outline *o, size_t sentence)
{
    mintu_notice *notice = o->notice;
    const mintu_sentence *s = &notice->sentences[sentence];
    const char *text = notice->texts.data + s->text;
    bool line = s->line > o->line;
    o->line = s->line;
    if (s->copies > 0) {
        read_run(o, sentence);
        return;
    }
    if (read_table(o, sentence, text, s->size) || (line && read_label(o, sentence, text, s->size)))
        return;
    mintu_marks marks;
    mintu_marks_read(notice, o->numbering, sentence, &marks);
    if (marks.lost) {
        decide(o, o->open, 0);
        o->seam = true;
        (o->copied ? &o->copy : &o->own)->whole = false;
        return;
    }
    if (marks.number > MINTU_NOTICE_ITEMS || marks.number > o->most + MINTU_NOTICE_LEAP) {
        bool far = marks.number > o->most + MINTU_NOTICE_LEAP;
        mintu_notice_find(notice, "order", sentence, marks.body,
                          far ? "number %d is far from item %d; it is read as text"
                              : "number %d follows item %d, the last that a notice may have; it is read as text",
                          marks.number, o->most);
        marks.number = 0;
    }
    if (marks.section > 0)
        add_heading(o, sentence, &marks);
    if (marks.number > 0) {
        read_number(o, sentence, &marks);
    } else {
        if (marks.clause_size > 0)
            read_last_clause(o, sentence, marks.clause, marks.clause_size);
        if (marks.section == 0 && o->open > 0 && !(o->closed && line))
            add_piece(o, sentence, marks.body, marks.body_end, 0);
    }
    notice->sentences[sentence].item = o->open;
    if (marks.last_size > 0)
        read_last_clause(o, sentence, marks.last, marks.last_size);
}

/* 2014年11月1日 in the opening. */
static void read_date(mintu_notice *notice, size_t sentence)
{
    const mintu_sentence *s = &notice->sentences[sentence];
    const char *text = notice->texts.data + s->text;
    int year, month, day;
    for (size_t at = 0; at + 13 <= s->size && notice->date == 0; at++) {
        if (text[at] != '2')
            continue;
        char copy[32] = "";
        memcpy(copy, text + at, s->size - at < 31 ? s->size - at : 31);
        char *rest;
        year = (int)strtol(copy, &rest, 10);
        if (strncmp(rest, "年", 3) != 0 || rest[3] < '0' || rest[3] > '9')
            continue;
        month = (int)strtol(rest + 3, &rest, 10);
        if (strncmp(rest, "月", 3) != 0 || rest[3] < '0' || rest[3] > '9')
            continue;
        day = (int)strtol(rest + 3, &rest, 10);
        if (year > 1900 && year < 2200 && month <= 12 && day <= 31 && strncmp(rest, "日", 3) == 0) {
            notice->date = year * 10000 + month * 100 + day;
            char check[11];
            mintu_date_format(notice->date, check);
            int again;
            if (!mintu_date_parse(check, &again))
                notice->date = 0;
        }
    }
}

void mintu_notice_outline(mintu_notice *notice)
{
    outline o = {.notice = notice, .numbering = mintu_marks_numbering(notice)};
    mintu_marks marks;
    for (size_t i = 0; i < notice->sentence_count; i++) {
        if (notice->sentences[i].copies > 0) {
            notice->damaged = true;
            continue;
        }
        mintu_marks_read(notice, o.numbering, i, &marks);
        notice->damaged |= marks.lost;
    }
    for (size_t i = 0; i < notice->sentence_count && !notice->failed; i++) {
        read_sentence(&o, i);
        if (o.most == 0 || i < 5)
            read_date(notice, i);
    }
    if (o.open > 0)
        decide(&o, o.open, 0);
}
