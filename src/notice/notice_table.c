#include "notice/notice_table.h"

#include "notice/notice_label.h"
#include "scan/scan_words.h"

#include <string.h>

static const char *const blanks[] = {" ", "　", "\xC2\xA0", NULL};

/* The next cell of a row, which a | or a tab ends, or as many blanks as @p gap says, 0 for none; a | at the row's begin is its
 * frame. */
static mintu_stretch next_cell(const char *text, size_t size, size_t gap, size_t *at)
{
    size_t blank;
    if (*at == 0 && text[0] == '|')
        (*at)++;
    while (*at < size && (blank = mintu_scan_word_at(blanks, text, size, *at)) > 0)
        *at += blank;
    mintu_stretch cell = {.start = *at};
    for (size_t run = 0; *at < size && text[*at] != '|' && text[*at] != '\t' && (gap == 0 || run < gap);
         *at += blank ? blank : 1) {
        blank = gap > 0 ? mintu_scan_word_at(blanks, text, size, *at) : 0;
        run = blank == 0 ? 0 : run + (blank > 1 ? 2 : 1); /* a wide blank is two */
    }
    cell.size = *at - cell.start;
    while (cell.size > 0 && (blank = mintu_scan_word_before(blanks, text + cell.start, cell.size)) > 0)
        cell.size -= blank;
    if (cell.size > 2 && text[cell.start] == '"' &&
        text[cell.start + cell.size - 1] == '"') /* as a sheet writes lines in a cell */
        cell = (mintu_stretch){cell.start + 1, cell.size - 2};
    *at += *at < size && (text[*at] == '|' || text[*at] == '\t');
    return cell;
}

static bool means(const mintu_notice_word *label, const char *what)
{
    return label && strcmp(label->meaning, what) == 0;
}

/* The head of a table: at least two cells that are labels. */
static bool read_head(const mintu_notice *notice, mintu_notice_table *table, const char *text, size_t size)
{
    mintu_notice_table head = {.spaced = !memchr(text, '|', size) && !memchr(text, '\t', size)};
    size_t labels = 0;
    for (size_t at = 0; at < size && head.count < MINTU_TABLE_COLUMNS; head.count++) {
        mintu_stretch cell = next_cell(text, size, head.spaced, &at);
        const mintu_notice_word *label = cell.size ? mintu_notice_label_is(notice, text + cell.start, cell.size) : NULL;
        head.columns[head.count] = label;
        head.tasks |= means(label, "task");
        labels += label != NULL;
    }
    if (labels < 2 || (head.spaced && (labels < 3 || labels < head.count)))
        return false;
    *table = head;
    return true;
}

/* |---|:--:|, the rule below a head. */
static bool is_rule(const char *text, size_t size)
{
    for (size_t i = 0; i < size; i++)
        if (!strchr("|-: +=", text[i]))
            return false;
    return true;
}

/* Cells that as many blanks part as @p gap says; false when text is left behind the last column. */
static bool read_row(const mintu_notice_table *table, const char *text, size_t size, size_t gap, mintu_notice_row *row)
{
    double value;
    size_t at = 0;
    *row = (mintu_notice_row){0};
    for (; at < size && row->count < table->count; row->count++) {
        mintu_stretch cell = next_cell(text, size, gap, &at);
        row->cells[row->count] = cell;
        if (means(table->columns[row->count], "no") && cell.size > 0 &&
            mintu_notice_number(text + cell.start, cell.size, &value) > 0 && value >= 1 && value <= MINTU_NOTICE_ITEMS)
            row->number = (int)value;
        row->chinese |= row->number > 0 && means(table->columns[row->count], "no") && (unsigned char)text[cell.start] >= 0xE4 &&
                        (unsigned char)text[cell.start] <= 0xE9;
    }
    size_t lacking = table->count - row->count;
    row->merged = means(table->columns[0], "no") && row->number == 0 && row->count > 1;
    if (row->merged && lacking > 0 && row->cells[0].size > 0) { /* the first cells are one with those above */
        memmove(row->cells + lacking, row->cells, row->count * sizeof *row->cells);
        memset(row->cells, 0, lacking * sizeof *row->cells);
        row->count = table->count;
    }
    return at >= size;
}

/* A row whose cells two blanks part, or one, has as many as its head. */
static bool read_spaced(const mintu_notice_table *table, const char *text, size_t size, mintu_notice_row *row)
{
    for (size_t gap = 2; gap > 0; gap--)
        if (read_row(table, text, size, gap, row) && row->count == table->count)
            return true;
    return false;
}

static bool has_blank(const char *text, size_t size)
{
    for (size_t at = 0; at < size && at < 60; at += mintu_notice_step(text + at, size - at))
        if (mintu_scan_word_at(blanks, text, size, at) > 0)
            return true;
    return false;
}

mintu_notice_table_kind mintu_notice_table_line(const mintu_notice *notice, mintu_notice_table *table, const char *text,
                                                size_t size, mintu_notice_row *row)
{
    bool spaced = !memchr(text, '|', size) && !memchr(text, '\t', size);
    if (spaced && !has_blank(text, size))
        return MINTU_TABLE_NONE;
    if (read_head(notice, table, text, size))
        return MINTU_TABLE_HEAD;
    if (table->count == 0 || spaced != table->spaced)
        return MINTU_TABLE_NONE;
    if (is_rule(text, size))
        return MINTU_TABLE_RULE;
    if (spaced)
        return read_spaced(table, text, size, row) ? MINTU_TABLE_ROW : MINTU_TABLE_NONE;
    read_row(table, text, size, 0, row);
    return row->count > 1 ? MINTU_TABLE_ROW : MINTU_TABLE_NONE;
}

bool mintu_notice_is_row(const char *text, size_t size)
{
    size_t at = 0, tabs = 0;
    while (at < size && (text[at] == ' ' || text[at] == '\t'))
        at++;
    for (; at < size && tabs < 2; at++)
        tabs += text[at] == '|' ? 2 : text[at] == '\t';
    return tabs >= 2;
}
