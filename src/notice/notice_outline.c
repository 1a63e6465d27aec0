/* Sentences to items: which sentence and which clause belongs to which number. What include/mintu/notice.h says of damaged text
 * is done here. */
#include "notice/notice_outline.h"

#include "notice/notice_clause.h"
#include "notice/notice_data.h"
#include "notice/notice_date.h"
#include "notice/notice_label.h"
#include "notice/notice_marks.h"
#include "notice/notice_reading.h"
#include "notice/notice_table.h"
#include "notice/notice_time.h"

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
    mintu_notice_table table;
    size_t line;
} outline;

static void add_piece(outline *o, size_t sentence, mintu_stretch body, int item)
{
    mintu_notice *notice = o->notice;
    if (body.size == 0 ||
        !mintu_notice_holds(notice, MINTU_ARRAY_RESERVE(notice->pieces, notice->piece_room, notice->piece_count + 1)))
        return;
    notice->pieces[notice->piece_count++] = (mintu_notice_piece){.text = notice->sentences[sentence].text + body.start,
                                                                 .size = body.size,
                                                                 .sentence = sentence,
                                                                 .item = item,
                                                                 .decided = item > 0};
}

/* The sentences since the last number go to @p item, or, when it is 0, may belong to the open item or to @p other. */
static void decide(outline *o, int item, int other)
{
    for (; o->waiting < o->notice->piece_count; o->waiting++) {
        mintu_notice_piece *piece = &o->notice->pieces[o->waiting];
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

static void set_clause(outline *o, int item, size_t sentence, mintu_stretch inside)
{
    mintu_notice *notice = o->notice;
    if (item <= 0 || item > MINTU_NOTICE_ITEMS)
        return;
    notice->sentences[sentence].closes = item;
    close_streams(o, item);
    const char *text = notice->texts.data + notice->sentences[sentence].text + inside.start;
    if (!notice->items[item].clause)
        mintu_clause_read(notice, &(mintu_clause){text, inside.size, item, NULL});
    notice->items[item].clause = true;
    notice->item_count = item > notice->item_count ? item : notice->item_count;
}

/* The item that a clause before the number @p n closes; 0 when it cannot be said. In a whole text a number that does not follow
 * on stands in disorder, and its clause closes the open item, unless a number may be lost. In a damaged one a clause before n
 * closes n - 1: what is between the open item and it was lost, or stands elsewhere. */
static int closed_by(const outline *o, int n)
{
    if (o->open == n - 1)
        return o->open;
    if (o->notice->damaged)
        return n - 1;
    return n <= o->most ? o->open : 0;
}

/* What the sentences before the number @p n belong to, when the clause before it closes the item @p closes. */
static void decide_before(outline *o, int n, int closes)
{
    const mintu_notice *notice = o->notice;
    bool follows = o->open == n - 1 || (!o->seam && !o->copied);
    if (!notice->damaged || closes == o->open || (closes == 0 && follows))
        decide(o, o->open, 0);
    else if (closes > 0 && (o->contradicted || (o->seam && !o->copied)))
        decide(o, closes, 0);
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

/* The sentence in which an item's number stands first. */
static void take_head(outline *o, size_t sentence, const mintu_marks *marks)
{
    mintu_item *item = &o->notice->items[marks->number];
    const mintu_sentence *s = &o->notice->sentences[sentence];
    add_piece(o, sentence, marks->body, marks->number);
    item->start = s->start + (marks->clause.size || marks->before ? marks->body.start : 0);
    item->end = s->end;
    item->line = s->line;
    item->column = s->column;
}

/* A number: its clause, its heading, its first sentence. */
static void read_number(outline *o, size_t sentence, const mintu_marks *marks)
{
    mintu_notice *notice = o->notice;
    int n = marks->number, before = o->most;
    bool repeat = notice->damaged && n <= o->most, known = notice->items[n].head;
    bool clause = marks->clause.size > 0;
    int closes = clause ? closed_by(o, n) : 0;
    if (clause && closes == 0) {
        mintu_notice_find(notice, mintu_finding_in_sentence(notice, "clause", sentence, 0),
                          "a clause stands between items %d and %d and may belong to either; it is left out", o->open, n);
        mintu_notice_read_as(notice, notice->texts.data + notice->sentences[sentence].text + marks->clause.start,
                             marks->clause.size, MINTU_READING_UNREAD);
    }
    decide_before(o, n, closes);
    if (clause)
        set_clause(o, closes, sentence, marks->clause);
    begin_item(o, sentence, n, repeat);
    if (known)
        mintu_notice_find(notice, mintu_finding_in_sentence(notice, "repeat", sentence, 0),
                          "item %d stands a second time; the first is kept", n);
    else if (n < before && !repeat)
        mintu_notice_find(notice, mintu_finding_in_sentence(notice, "order", sentence, 0), "item %d stands behind item %d", n,
                          before);
    else if (n > before + 1)
        mintu_notice_find(notice, mintu_finding_in_sentence(notice, "gap", sentence, 0), "the numbers jump from %d to %d",
                          before, n);
    if (!known)
        take_head(o, sentence, marks);
    o->waiting = notice->piece_count;
    notice->items[n].head = true;
}

/* A clause that no number follows on its line closes the open item. */
static void read_last_clause(outline *o, size_t sentence, mintu_stretch inside)
{
    if (o->open == 0)
        return;
    if (o->seam && !o->copied) {
        mintu_notice_find(o->notice, mintu_finding_in_sentence(o->notice, "clause", sentence, inside.start),
                          "a clause stands behind lost text; it is left out");
        mintu_notice_read_as(o->notice, o->notice->texts.data + o->notice->sentences[sentence].text + inside.start, inside.size,
                             MINTU_READING_UNREAD);
        return;
    }
    decide(o, o->open, 0);
    set_clause(o, o->open, sentence, inside);
    o->closed = true;
}

static void add_heading(outline *o, size_t sentence, const mintu_marks *marks)
{
    mintu_notice *notice = o->notice;
    if (mintu_notice_heading(notice, marks->section) ||
        !mintu_notice_holds(notice, MINTU_ARRAY_RESERVE(notice->headings, notice->heading_room, notice->heading_count + 1)))
        return;
    const char *text = notice->texts.data + notice->sentences[sentence].text;
    char *title = mintu_text_copy_n(text + marks->title.start, marks->title.size);
    if (mintu_notice_holds(notice, title != NULL))
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

/* A row says more of an item, by its number. */
static void read_row(outline *o, const char *text, const mintu_notice_row *row)
{
    int item = row->number <= o->most ? row->number : 0;
    for (size_t i = 0; i < row->count && item > 0; i++) {
        const mintu_notice_word *label = o->table.columns[i];
        const mintu_clause cell = {text + row->cells[i].start, row->cells[i].size, item, label ? label->meaning : NULL};
        if (!label || cell.size == 0)
            continue;
        if (strcmp(label->meaning, "until") == 0)
            mintu_time_read_label(o->notice, label, &cell);
        else if (mintu_notice_label_charges(label)) {
            mintu_clause_read(o->notice, &cell);
            o->notice->items[item].clause = o->notice->items[item].whole = true;
        }
    }
}

static bool read_table(outline *o, const char *text, size_t size)
{
    mintu_notice_row row;
    mintu_notice_table_kind line = mintu_notice_table_line(o->notice, &o->table, text, size, &row);
    if (line == MINTU_TABLE_ROW)
        read_row(o, text, &row);
    return line != MINTU_TABLE_NONE;
}

/* 责任单位：… as a line of its own. */
static bool read_label(outline *o, size_t sentence, const char *text, size_t size)
{
    size_t colon;
    const mintu_notice_word *label = mintu_notice_label_at(o->notice, text, size, &colon);
    bool until = label && strcmp(label->meaning, "until") == 0;
    if (!label || o->open == 0 || (!until && !mintu_notice_label_charges(label)))
        return false;
    if (until)
        mintu_time_read_label(o->notice, label, &(mintu_clause){text + colon, size - colon, o->open, NULL});
    else
        read_last_clause(o, sentence, (mintu_stretch){0, size});
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
    if (read_table(o, text, s->size) || (line && read_label(o, sentence, text, s->size)))
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
        mintu_notice_find(notice, mintu_finding_in_sentence(notice, "order", sentence, marks.body.start),
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
        if (marks.clause.size > 0)
            read_last_clause(o, sentence, marks.clause);
        if (marks.section == 0 && o->open > 0 && !(o->closed && line))
            add_piece(o, sentence, marks.body, 0);
    }
    notice->sentences[sentence].item = o->open;
    if (marks.last.size > 0)
        read_last_clause(o, sentence, marks.last);
}

void mintu_notice_outline(mintu_notice *notice)
{
    outline o = {.notice = notice, .numbering = mintu_marks_numbering(notice)};
    for (size_t i = 0; i < notice->sentence_count && !notice->failed; i++) {
        read_sentence(&o, i);
        if (o.most == 0 || i < 5)
            mintu_notice_date(notice, i);
    }
    if (o.open > 0)
        decide(&o, o.open, 0);
}
