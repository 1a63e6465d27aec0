#include "table/head_find.h"

#include "base/ascii.h"
#include "base/utf8.h"
#include "table/cell_value.h"

#include <string.h>

const char *mintu_record_text(const mintu_record *row, size_t column)
{
    return column < row->count ? row->text + row->starts[column] : "";
}

bool mintu_text_is_blank(const char *text)
{
    for (; *text; text++) {
        if (strncmp(text, "\xE3\x80\x80", 3) == 0) /* U+3000 */
            text += 2;
        else if (!mintu_ascii_is_space(*text))
            return false;
    }
    return true;
}

static bool is_blank(const mintu_record *row, size_t column)
{
    return mintu_text_is_blank(mintu_record_text(row, column));
}

static size_t count_filled(const mintu_record *row)
{
    size_t filled = 0;
    for (size_t i = 0; i < row->count; i++)
        filled += !is_blank(row, i);
    return filled;
}

static mintu_cell_sense sense_of(const mintu_record *row, size_t column)
{
    double number;
    bool percent;
    return mintu_cell_read(mintu_record_text(row, column), &number, &percent);
}

static bool is_value(mintu_cell_sense sense)
{
    return sense == MINTU_SENSE_INTEGER || sense == MINTU_SENSE_REAL || sense == MINTU_SENSE_DATE ||
           sense == MINTU_SENSE_DATETIME;
}

/* Years are names as well. */
static bool is_year(const mintu_record *row, size_t column)
{
    double number;
    bool percent;
    return mintu_cell_read(mintu_record_text(row, column), &number, &percent) == MINTU_SENSE_INTEGER && !percent &&
           number >= 1900 && number <= 2100;
}

/* And in a row with words, numbers of columns that count on by one. */
static bool may_be_name(const mintu_record *row, size_t column, bool words)
{
    double number, beside_it;
    bool percent;
    mintu_cell_sense sense = mintu_cell_read(mintu_record_text(row, column), &number, &percent);
    if (!is_value(sense) || is_year(row, column))
        return true;
    if (sense != MINTU_SENSE_INTEGER || percent || !words)
        return false;
    size_t beside = column > 0 && sense_of(row, column - 1) == MINTU_SENSE_INTEGER ? column - 1 : column + 1;
    return mintu_cell_read(mintu_record_text(row, beside), &beside_it, &percent) == MINTU_SENSE_INTEGER &&
           number - beside_it == (beside < column ? 1 : -1);
}

static bool has_values(const mintu_record *row)
{
    for (size_t i = 0; i < row->count; i++)
        if (is_value(sense_of(row, i)))
            return true;
    return false;
}

/* A remark such as 单位：万元, or one text in all cells of a merged title. */
static bool is_remark(const mintu_record *row, size_t filled, size_t most)
{
    const char *first = NULL;
    bool colon = false, same = true;
    for (size_t i = 0; i < row->count; i++) {
        const char *text = mintu_record_text(row, i);
        if (mintu_text_is_blank(text))
            continue;
        colon = colon || strchr(text, ':') || strstr(text, "：");
        same = same && (!first || strcmp(first, text) == 0);
        first = first ? first : text;
    }
    return (colon && filled * 2 <= most) || (same && filled > 1);
}

/* A text that stands in a row by itself is a title when it is long for a name, or begins as annexes and tables do; "name" above rows
 * with a comma too many is none. */
static bool is_title_text(const char *text)
{
    enum { LONG = 5 };
    bool wide = false;
    for (const char *at = text; *at && !wide; at++)
        wide = (unsigned char)*at >= 0x80 || *at == ' ' || *at == ':';
    return wide && (mintu_utf8_count(text) >= LONG || strncmp(text, "附", 3) == 0 || strncmp(text, "表", 3) == 0);
}

/* True when most of the rows below have more than one cell, so that one with a single one is a title. */
static bool is_title(const mintu_record *rows, size_t count, size_t at)
{
    size_t filled = count_filled(&rows[at]), wide = 0, below = 0, most = 0;
    bool names_below = at + 2 < count && !has_values(&rows[at + 1]) && has_values(&rows[at + 2]);
    if (rows[at].count == 1 && !names_below && !is_title_text(mintu_record_text(&rows[at], 0)))
        return false;
    for (size_t i = at + 1; i < count; i++) {
        size_t cells = count_filled(&rows[i]);
        below += cells > 0;
        wide += cells > 1;
        most = cells > most ? cells : most;
    }
    return wide > 0 && wide * 2 > below && (filled == 1 || is_remark(&rows[at], filled, most));
}

static size_t last_column(const mintu_record *row)
{
    size_t last = row->count;
    while (last > 0 && is_blank(row, last - 1))
        last--;
    return last;
}

static bool is_named(const mintu_record *rows, size_t first, size_t last, size_t column)
{
    for (size_t i = first; i <= last; i++)
        if (!is_blank(&rows[i], column))
            return true;
    return false;
}

/* True when a column has values in the row below, and so a text above them is a name. */
static bool has_value_below(const mintu_record *rows, size_t count, size_t at, size_t column)
{
    for (size_t i = at + 1; i < count && i <= at + 3; i++)
        if (!is_blank(&rows[i], column))
            return is_value(sense_of(&rows[i], column));
    return false;
}

/* True when the row below has a word there, which may be the name that is missing. */
static bool has_text_below(const mintu_record *rows, size_t count, size_t at, size_t column)
{
    return at + 1 < count && !is_blank(&rows[at + 1], column) && !is_value(sense_of(&rows[at + 1], column));
}

/* Columns of a row that may go on a header. */
typedef struct going_on {
    size_t under;  /* without a name beside one that has, and named here */
    size_t above;  /* named above and blank here, or with the same text as a cell that reaches down */
    size_t units;  /* with values below */
    size_t others; /* named above, and with a text of its own here */
    size_t own;    /* with a text here that is not the one above */
    bool unnamed, values;
} going_on;

static going_on look(const mintu_record *rows, size_t count, size_t first, size_t last)
{
    const mintu_record *row = &rows[last + 1], *above = &rows[last];
    size_t width = last_column(row) > last_column(above) ? last_column(row) : last_column(above);
    going_on out = {0};
    bool group = false;
    for (size_t i = 0; i < width; i++) {
        bool here = !is_blank(row, i), named = !is_blank(above, i);
        bool same = here && named && strcmp(mintu_record_text(row, i), mintu_record_text(above, i)) == 0;
        group = group || named;
        bool heads = i + 1 < width && is_blank(above, i + 1); /* it reaches over the next */
        out.values = out.values || (here && is_value(sense_of(row, i)) && !is_year(row, i));
        out.unnamed = out.unnamed || (!here && !is_named(rows, first, last, i) && !has_text_below(rows, count, last + 1, i));
        out.under += here && !named && group;
        out.above += named && (!here || same);
        out.own += here && !same;
        out.units += here && has_value_below(rows, count, last + 1, i);
        out.others += here && named && !same && !heads && !has_value_below(rows, count, last + 1, i);
    }
    return out;
}

bool mintu_head_goes_on(const mintu_record *rows, size_t count, size_t first, size_t last)
{
    if (last + 1 >= count || count_filled(&rows[last + 1]) == 0)
        return false;
    going_on found = look(rows, count, first, last);
    if (found.values || found.unnamed)
        return false;
    if (found.own == 0) /* cells that reach down, and nothing else */
        return true;
    if (found.under > 0 && count_filled(&rows[first]) < 2)
        return false;
    if (found.under > 0)
        return found.units > 0 || (found.above > 0 && found.others == 0);
    return found.units > 0 && found.others == 0 && found.above > 0;
}

/* Numbers above numbers are no names. */
static bool is_data(const mintu_record *rows, size_t count, size_t at)
{
    size_t values = 0, words = 0, filled = count_filled(&rows[at]);
    for (size_t i = 0; i < rows[at].count; i++)
        words += sense_of(&rows[at], i) == MINTU_SENSE_TEXT;
    for (size_t i = 0; i < rows[at].count; i++)
        values += !may_be_name(&rows[at], i, words > 0) &&
                  (at + 1 == count || is_value(sense_of(&rows[at + 1], i)) || is_blank(&rows[at + 1], i));
    return values > 0 && (values == filled || at + 1 < count);
}

mintu_head mintu_head_find(const mintu_record *rows, size_t count)
{
    mintu_head head = {true, 0, 0};
    while (head.first + 1 < count && (count_filled(&rows[head.first]) == 0 || is_title(rows, count, head.first)))
        head.first++;
    bool data = is_data(rows, count, head.first);
    if (data && head.first > 0 && count_filled(&rows[head.first - 1]) > 0) {
        data = false; /* what looked like a title names some of the columns */
        head.first--;
    }
    head.last = head.first;
    if (data) {
        head.found = false;
        return head;
    }
    while (head.last < head.first + 3 && mintu_head_goes_on(rows, count, head.first, head.last))
        head.last++;
    return head;
}

size_t mintu_head_columns(const mintu_record *rows, mintu_head head)
{
    size_t columns = 0;
    for (size_t i = head.first; i <= head.last; i++)
        columns = rows[i].count > columns ? rows[i].count : columns;
    return columns;
}

/* What a row of the names says of a column: its own text, or what reaches over it from the left, where a row below parts it. */
static const char *part_of(const mintu_record *rows, mintu_head head, size_t row, size_t column)
{
    size_t at = column;
    bool parted = row < head.last && is_named(rows, row + 1, head.last, column);
    while (at > 0 && is_blank(&rows[row], at) && parted)
        at--;
    const char *beside = row < head.last ? mintu_record_text(&rows[row + 1], at) : "";
    if (at < column && (mintu_text_is_blank(beside) || strcmp(beside, mintu_record_text(&rows[row], at)) == 0))
        return "";                                        /* it reaches down, not to the right */
    for (size_t above = head.first; above < row; above++) /* not over the border of a group */
        for (size_t i = at + 1; i <= column; i++)
            if (!is_blank(&rows[above], i))
                return mintu_record_text(&rows[row], column);
    return mintu_record_text(&rows[row], at);
}

/* On one line, without blanks around it. */
static void add_trimmed(const char *text, mintu_buffer *out)
{
    size_t size = strlen(text);
    while (size && mintu_ascii_is_space(text[size - 1]))
        size--;
    size_t first = 0;
    while (first < size && mintu_ascii_is_space(text[first]))
        first++;
    mintu_buffer_add(out, text + first, size - first);
}

void mintu_head_name(const mintu_record *rows, mintu_head head, size_t column, mintu_buffer *out)
{
    const char *before = "";
    bool more = false;
    for (size_t row = head.first; row <= head.last; row++) {
        const char *part = part_of(rows, head, row, column);
        if (mintu_text_is_blank(part) || strcmp(part, before) == 0)
            continue;
        mintu_buffer_text(out, more ? "_" : "");
        add_trimmed(part, out);
        before = part;
        more = true;
    }
    mintu_buffer_add(out, "", 1);
}
