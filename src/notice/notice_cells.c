#include "notice/notice_cells.h"

#include "notice/notice_agency.h"
#include "notice/notice_clause_is.h"
#include "notice/notice_date.h"
#include "notice/notice_label.h"
#include "notice/notice_number.h"
#include "notice/notice_table.h"
#include "notice/notice_time.h"
#include "scan/scan_words.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

enum { LABELS = 3, STRANGERS = 2, HEAD_MOST = 36, MOST = 40 }; /* of a head; bytes of one that is no label; lines of a row */

typedef enum kind { TEXT, BODY, TIME, NOBODY, NUMBER, KINDS } kind;
typedef enum column { TASK, AGENCY, UNTIL, OTHER } column;

/* A line of the text: its first sentence, and how many it has. */
typedef struct cell_line {
    const char *text;
    size_t size, first, count; /* first: in the text, repeats in their places */
    size_t sentence;           /* of the notice, for its place */
} cell_line;

typedef struct cells {
    mintu_notice *notice;
    cell_line *lines;
    size_t count, room, sentences;
    unsigned char *plan;
    column columns[MINTU_TABLE_COLUMNS];
    size_t width;  /* columns of the table that is open */
    bool numbered; /* the first of them has the rows' numbers */
} cells;

static const mintu_notice_word *label_of(const cells *c, size_t line)
{
    return mintu_notice_label_is(c->notice, c->lines[line].text, c->lines[line].size);
}

/* The number that stands alone on a line, 0 when none does; *chinese when it is one in characters. */
static int number_of(const cells *c, size_t line, bool *chinese)
{
    static const char *const marks[] = {".", "．", "、", NULL};
    const cell_line *l = &c->lines[line];
    double value;
    size_t used = l->count == 1 && l->size <= 18 ? mintu_notice_number(l->text, l->size, &value) : 0;
    used += used > 0 && used < l->size ? mintu_scan_word_at(marks, l->text, l->size, used) : 0;
    *chinese = (unsigned char)l->text[0] >= 0xE3 && (unsigned char)l->text[0] <= 0xE9;
    return used > 0 && used == l->size && value >= 1 && value <= MINTU_NOTICE_ITEMS && value == (int)value ? (int)value : 0;
}

static kind kind_of(const cells *c, size_t line)
{
    static const char *const nobody[] = {"—", "－", "–", "-", "/", "／", "无", "——", "--", NULL};
    const cell_line *l = &c->lines[line];
    bool chinese;
    size_t start, none = mintu_scan_word_at(nobody, l->text, l->size, 0);
    if (none == l->size)
        return NOBODY;
    if (number_of(c, line, &chinese) > 0)
        return NUMBER;
    mintu_time time = mintu_time_said(c->notice, l->text, l->size, &start);
    if (time.size > 0 && (start + time.size == l->size || mintu_time_listed(c->notice, l->text, l->size) == l->size))
        return TIME;
    return l->count == 1 && mintu_clause_is(c->notice, l->text, l->size) ? BODY : TEXT;
}

static column column_of(const mintu_notice_word *label)
{
    if (label && mintu_notice_label_charges(label))
        return AGENCY;
    bool until = label && strcmp(label->meaning, "until") == 0;
    bool task = label && (strcmp(label->meaning, "task") == 0 || strcmp(label->meaning, "text") == 0);
    return until ? UNTIL : task ? TASK : OTHER;
}

/* Lines of a head at @p line, 0 when none stands there: labels, and behind 序号 a few that are none before the first number. */
static size_t head_at(cells *c, size_t line)
{
    size_t labels = 0, strangers = 0, at = line, agencies = 0;
    bool chinese;
    const mintu_notice_word *first = label_of(c, line);
    if (!first)
        return 0;
    c->numbered = strcmp(first->meaning, "no") == 0;
    for (; at < c->count && at - line < MINTU_TABLE_COLUMNS; at++) {
        const mintu_notice_word *label = c->lines[at].count == 1 ? label_of(c, at) : NULL;
        if (!label &&
            (!c->numbered || number_of(c, at, &chinese) > 0 || c->lines[at].size > HEAD_MOST || ++strangers > STRANGERS))
            break;
        labels += label != NULL;
        c->columns[at - line] = column_of(label);
        agencies += label && (column_of(label) == AGENCY || column_of(label) == UNTIL);
    }
    c->width = at - line;
    bool rows = at < c->count && (!c->numbered || number_of(c, at, &chinese) == 1);
    return labels >= LABELS && agencies > 0 && rows ? c->width : 0;
}

/* How well what stands on a line suits a column. */
static int suits(kind what, column where)
{
    static const int points[KINDS][4] = {
        {4, -2, -2, 2}, {-3, 5, -6, 0}, {-2, -6, 5, 0}, {-2, 3, 2, 2}, {0, -6, -3, 2},
    };
    return points[what][where];
}

static int lacks(column where)
{
    static const int points[] = {-4, -1, -1, 0};
    return points[where];
}

/* True when a line goes on with the one before it: 市住建局、|市财政局. */
static bool goes_on(const cells *c, size_t line)
{
    static const char *const marks[] = {"、", "，", ",", NULL};
    const cell_line *l = &c->lines[line], *before = l - 1;
    return mintu_scan_word_before(marks, before->text, before->size) > 0 || mintu_scan_word_at(marks, l->text, l->size, 0) > 0;
}

/* Lines of a row, each with its column; those of a column stand together, and the columns in their order. */
typedef struct row {
    size_t line, count;
    size_t from; /* the first column, behind that of the number */
    unsigned char columns[MOST];
    kind kinds[MOST];
} row;

/* The best way to give the lines their columns: its points. Of ways that are as good the one with the earlier columns is taken. */
static int align(const cells *c, row *r)
{
    int best[MOST + 1][MINTU_TABLE_COLUMNS + 1];
    unsigned char way[MOST + 1][MINTU_TABLE_COLUMNS + 1] = {0}; /* lines that the column has */
    size_t width = c->width - r->from;
    for (size_t i = 0; i <= r->count; i++)
        best[i][width] = i == r->count ? 0 : INT_MIN / 2;
    for (size_t k = width; k-- > 0;)
        for (size_t i = 0; i <= r->count; i++) {
            column where = c->columns[r->from + k];
            best[i][k] = INT_MIN / 2;
            int sum = 0;
            for (size_t n = i + 1; n <= r->count; n++) {
                sum += suits(r->kinds[n - 1], where) - (n > i + 1 && !goes_on(c, r->line + n - 1) ? 3 : 0);
                if (sum + best[n][k + 1] > best[i][k]) {
                    best[i][k] = sum + best[n][k + 1];
                    way[i][k] = (unsigned char)(n - i);
                }
            }
            if (lacks(where) + best[i][k + 1] > best[i][k]) {
                best[i][k] = lacks(where) + best[i][k + 1];
                way[i][k] = 0;
            }
        }
    for (size_t k = 0, i = 0; k < width && best[0][0] > INT_MIN / 4; k++)
        for (unsigned n = way[i][k]; n > 0; n--)
            r->columns[i++] = (unsigned char)(r->from + k);
    return best[0][0];
}

static void find_kinds(const cells *c, row *r)
{
    for (size_t i = 0; i < r->count; i++)
        r->kinds[i] = kind_of(c, r->line + i);
}

/* Lines behind the last row are none of its cells: as many are taken as give the best way. */
static void leave_rest(const cells *c, row *r)
{
    size_t most = r->count, count = 0;
    int best = INT_MIN, points;
    for (r->count = 1; r->count <= most; r->count++)
        if ((points = align(c, r)) > best) {
            best = points;
            count = r->count;
        }
    r->count = count;
}

/* True when each line is a cell, and none is in a column that it cannot be of. */
static bool is_plain(const cells *c, row *r)
{
    bool plain = r->count == c->width - r->from;
    for (size_t i = 0; i < r->count && plain; i++) {
        r->columns[i] = (unsigned char)(r->from + i);
        plain = suits(r->kinds[i], c->columns[r->from + i]) > -3;
    }
    return plain;
}

/* True when a line is the whole name of a body: neither 市住房和城乡, which the edge broke, nor 办公室, the rest of one. */
static bool is_name(const cells *c, size_t line)
{
    const cell_line *l = &c->lines[line];
    mintu_agency agency = mintu_agency_at(c->notice, l->text, l->size, "");
    const mintu_notice_word *body = mintu_notice_word_at(&c->notice->words, MINTU_NOTICE_WORD_BODY, l->text, l->size);
    return l->count == 1 && agency.form >= MINTU_AGENCY_BODY && agency.size == l->size && (!body || body->size < l->size) &&
           mintu_scan_word_before((const char *const[]){"乡", NULL}, l->text, l->size) == 0;
}

/* Writes the lines of a row, the first of which is @p begin, into the plan. */
static void write_row(cells *c, size_t begin, const row *r)
{
    size_t before = 0;
    memset(c->plan + c->lines[begin].first, MINTU_CELLS_JOINED, c->lines[begin].count);
    c->plan[c->lines[begin].first] = MINTU_CELLS_ROW;
    for (size_t i = 0; i < r->count; i++) {
        const cell_line *l = &c->lines[r->line + i];
        if (r->line + i == begin)
            continue;
        memset(c->plan + l->first, MINTU_CELLS_JOINED, l->count);
        bool listed = i > 0 && r->columns[i] == before && c->columns[before] == AGENCY && is_name(c, r->line + i - 1) &&
                      is_name(c, r->line + i) && !goes_on(c, r->line + i);
        c->plan[l->first] = (unsigned char)(listed ? MINTU_CELLS_LISTED : MINTU_CELLS_JOINED + r->columns[i] - before);
        before = r->columns[i];
    }
}

/* True for a line that is no cell: a heading, a note, an annex, the signature. */
static bool ends_table(const cells *c, size_t line)
{
    static const char *const notes[] = {"附件", "备注：", "备注:", "注：", "注:", "说明：", "抄送", "附表", NULL};
    const cell_line *l = &c->lines[line];
    mintu_number_mark mark = mintu_number_mark_at(l->text, l->size);
    bool heading = mark.kind != MINTU_NUMBER_NONE && mark.kind <= MINTU_NUMBER_BRACKET && mark.size < l->size;
    bool day = line + 1 < c->count && mintu_notice_is_day(c->lines[line + 1].text, c->lines[line + 1].size);
    return heading || mintu_scan_word_at(notes, l->text, l->size, 0) > 0 || mintu_notice_is_day(l->text, l->size) ||
           (day && kind_of(c, line) == BODY);
}

static void tell(const cells *c, size_t line, size_t count)
{
    mintu_notice_find(c->notice, mintu_finding_in_sentence(c->notice, "cells", c->lines[line].sentence, 0),
                      "this row of a table with a cell on each line has %zu lines for %zu columns; they are read by what "
                      "stands on them: look at it",
                      count, c->width);
}

/* The row whose number stands on @p line; lines until the next number, or the end of the table. Lines read. */
static size_t numbered_row(cells *c, size_t line, int number, bool *last)
{
    row r = {.line = line + 1, .from = 1};
    bool chinese, next = false, plain;
    size_t at = r.line;
    for (; at < c->count && at - r.line < MOST && !next && !ends_table(c, at); at++) {
        int other = number_of(c, at, &chinese);
        next = other > 0 && (chinese || other == number + 1) && at > r.line;
        if (next)
            break;
    }
    *last = !next;
    r.count = at - r.line;
    find_kinds(c, &r);
    if (*last && r.count >= c->width)
        leave_rest(c, &r);
    plain = is_plain(c, &r);
    int points = plain ? 1 : align(c, &r);
    if (r.count == 0 || points < 0) {
        *last = true;
        return 0;
    }
    write_row(c, line, &r);
    if (!plain)
        tell(c, line, r.count + 1);
    return 1 + r.count;
}

static size_t numbered_rows(cells *c, size_t line)
{
    int expected = 1;
    bool chinese, last = false;
    while (line < c->count) {
        int number = number_of(c, line, &chinese);
        if (number == 0 && ends_table(c, line) && line + 1 < c->count && number_of(c, line + 1, &chinese) > 0) {
            line++; /* a heading parts the rows */
            continue;
        }
        bool fits = chinese ? true : number == expected || number == 1;
        size_t used = number > 0 && fits ? numbered_row(c, line, number, &last) : 0;
        if (used == 0)
            break;
        expected = chinese ? expected : number + 1;
        line += used;
    }
    return line;
}

/* Rows without numbers have a line for each column. */
static size_t plain_rows(cells *c, size_t line)
{
    row r = {.count = c->width};
    for (; line + c->width <= c->count; line += c->width) {
        r.line = line;
        bool ended = false;
        for (size_t i = 0; i < c->width; i++)
            ended = ended || ends_table(c, line + i);
        find_kinds(c, &r);
        if (ended || !is_plain(c, &r) || r.kinds[0] != TEXT)
            break;
        write_row(c, line, &r);
    }
    return line;
}

static void read_tables(cells *c)
{
    size_t width;
    for (size_t line = 0; line + LABELS < c->count;) {
        if ((width = head_at(c, line)) == 0) {
            line++;
            continue;
        }
        size_t end = c->numbered ? numbered_rows(c, line + width) : plain_rows(c, line + width);
        if (end > line + width) {
            row head = {.line = line, .count = width};
            for (size_t i = 0; i < width; i++)
                head.columns[i] = (unsigned char)i;
            write_row(c, line, &head);
        }
        line = end;
    }
}

static void add_sentence(cells *c, const mintu_sentence *s, bool fresh, size_t sentence)
{
    if (fresh || c->count == 0) {
        if (mintu_notice_holds(c->notice, MINTU_ARRAY_RESERVE(c->lines, c->room, c->count + 1)))
            c->lines[c->count++] = (cell_line){c->notice->texts.data + s->text, s->size, c->sentences, 1, sentence};
    } else {
        c->lines[c->count - 1].count++;
    }
    c->sentences++;
}

/* True when lines that are labels and no more follow one another: the head of a table may stand there. */
static bool may_have(const mintu_notice *notice)
{
    size_t labels = 0;
    for (size_t i = 0; i < notice->sentence_count && labels < LABELS; i++) {
        const mintu_sentence *s = &notice->sentences[i];
        const char *text = notice->texts.data + s->text;
        labels =
            s->fresh && s->copies == 0 && s->size <= HEAD_MOST && mintu_notice_label_is(notice, text, s->size) ? labels + 1 : 0;
    }
    return labels >= LABELS;
}

unsigned char *mintu_notice_cells(mintu_notice *notice)
{
    cells c = {.notice = notice};
    size_t next = 0;
    if (!may_have(notice))
        return NULL;
    for (size_t i = 0; i < notice->sentence_count && !notice->failed; i++) {
        const mintu_sentence *s = &notice->sentences[i];
        if (s->copies == 0)
            add_sentence(&c, s, s->fresh, i);
        for (; s->copies > 0 && next < notice->folded_count && notice->folded[next].run <= i; next++)
            add_sentence(&c, &notice->sentences[notice->folded[next].copy], notice->folded[next].fresh, i);
    }
    c.plan = notice->failed ? NULL : calloc(c.sentences + 1, 1);
    if (mintu_notice_holds(notice, c.plan != NULL))
        read_tables(&c);
    free(c.lines);
    return c.plan;
}
