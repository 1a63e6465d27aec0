#include "notice/notice_table.h"

#include "notice/notice_label.h"
#include "scan/scan_words.h"

#include <string.h>

static const char *const blanks[] = {" ", "　", "\xC2\xA0", NULL};

mintu_stretch mintu_notice_cell(const char *text, size_t size, size_t *at)
{
    size_t blank;
    if (*at == 0 && text[0] == '|')
        (*at)++;
    while (*at < size && (blank = mintu_scan_word_at(blanks, text, size, *at)) > 0)
        *at += blank;
    mintu_stretch cell = {.start = *at};
    while (*at < size && text[*at] != '|' && text[*at] != '\t')
        (*at)++;
    cell.size = *at - cell.start;
    while (cell.size > 0 && (blank = mintu_scan_word_before(blanks, text + cell.start, cell.size)) > 0)
        cell.size -= blank;
    *at += *at < size;
    return cell;
}

static bool means(const mintu_notice_word *label, const char *what)
{
    return label && strcmp(label->meaning, what) == 0;
}

/* The head of a table: at least two cells that are labels. */
static bool read_head(const mintu_notice *notice, mintu_notice_table *table, const char *text, size_t size)
{
    mintu_notice_table head = {0};
    size_t labels = 0;
    for (size_t at = 0; at < size && head.count < MINTU_TABLE_COLUMNS; head.count++) {
        mintu_stretch cell = mintu_notice_cell(text, size, &at);
        const mintu_notice_word *label = cell.size ? mintu_notice_label_is(notice, text + cell.start, cell.size) : NULL;
        head.columns[head.count] = label;
        head.tasks |= means(label, "task");
        labels += label != NULL;
    }
    if (labels < 2)
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

static void read_row(const mintu_notice_table *table, const char *text, size_t size, mintu_notice_row *row)
{
    double value;
    *row = (mintu_notice_row){0};
    for (size_t at = 0; at < size && row->count < table->count; row->count++) {
        mintu_stretch cell = mintu_notice_cell(text, size, &at);
        row->cells[row->count] = cell;
        if (means(table->columns[row->count], "no") && cell.size > 0 &&
            mintu_notice_number(text + cell.start, cell.size, &value) > 0 && value >= 1 && value <= MINTU_NOTICE_ITEMS)
            row->number = (int)value;
        row->chinese |= row->number > 0 && means(table->columns[row->count], "no") && (unsigned char)text[cell.start] >= 0xE4 &&
                        (unsigned char)text[cell.start] <= 0xE9;
    }
}

mintu_notice_table_kind mintu_notice_table_line(const mintu_notice *notice, mintu_notice_table *table, const char *text,
                                                size_t size, mintu_notice_row *row)
{
    if (!memchr(text, '|', size) && !memchr(text, '\t', size))
        return MINTU_TABLE_NONE;
    if (read_head(notice, table, text, size))
        return MINTU_TABLE_HEAD;
    if (table->count == 0)
        return MINTU_TABLE_NONE;
    if (is_rule(text, size))
        return MINTU_TABLE_RULE;
    read_row(table, text, size, row);
    return row->count > 1 ? MINTU_TABLE_ROW : MINTU_TABLE_NONE;
}
