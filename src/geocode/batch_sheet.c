#define _POSIX_C_SOURCE 200809L
#include "geocode/batch_sheet.h"

#include "base/ascii.h"
#include "base/context.h"
#include "base/error.h"
#include "base/utf8.h"
#include "format/records.h"
#include "format/text_input.h"
#include "geocode/normalise.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char DOING[] = "reading names";
static const char unreadable[] = "bytes that are no UTF-8, or NUL, were replaced by U+FFFD; save the file anew";

static mintu_status fail_memory(mintu_error *error)
{
    return mintu_fail_memory(error, DOING);
}

bool mintu_problems_add(mintu_problems *problems, mintu_spot spot, const char *format, ...)
{
    char text[512];
    problems->total++;
    if (problems->count == MINTU_BATCH_PROBLEMS)
        return true;
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    size_t source = strlen(spot.source) + 1, size = strlen(text) + 1;
    char *kept = malloc(source + size);
    if (!kept)
        return false;
    memcpy(kept, spot.source, source);
    memcpy(kept + source, text, size);
    problems->texts[problems->count] = kept;
    problems->items[problems->count++] = (mintu_batch_problem){kept, spot.line, spot.column, kept + source};
    return true;
}

void mintu_problems_free(mintu_problems *problems)
{
    for (size_t i = 0; i < problems->count; i++)
        free(problems->texts[i]);
    *problems = (mintu_problems){.count = 0};
}

static bool add_cell(mintu_sheet *sheet, const char *text, size_t size)
{
    if (!MINTU_ARRAY_RESERVE(sheet->cells, sheet->cell_room, sheet->cell_count + 1))
        return false;
    sheet->cells[sheet->cell_count++] = sheet->text.size;
    mintu_buffer_add(&sheet->text, text, size);
    mintu_buffer_add(&sheet->text, "", 1);
    return !sheet->text.failed;
}

/* Ends the row of the cells added since the last one; @p row counts from 0 with the header. */
static bool end_row(mintu_sheet *sheet, size_t row, size_t line)
{
    if (!MINTU_ARRAY_RESERVE(sheet->rows, sheet->row_room, row + 2) ||
        !MINTU_ARRAY_RESERVE(sheet->lines, sheet->line_room, row + 1))
        return false;
    if (row == 0)
        sheet->rows[0] = 0;
    sheet->rows[row + 1] = sheet->cell_count;
    sheet->lines[row] = line;
    sheet->count = row;
    return true;
}

typedef struct reading {
    const char *path;
    mintu_records *records;
    mintu_sheet *sheet;
    mintu_problems *problems;
    size_t row, next_line; /* where the next row would begin */
} reading;

/* What is wrong with a row. */
static bool check_record(reading *r, const mintu_record *record)
{
    mintu_spot spot = {r->path, (size_t)record->line, 1};
    if (record->damage && !mintu_problems_add(r->problems, spot, "%s", record->damage))
        return false;
    if (record->repaired) {
        spot.column = (size_t)mintu_records_column(r->records, record->bad);
        if (!mintu_problems_add(r->problems, spot, "%s", unreadable))
            return false;
    }
    if (r->row > 0 && !record->damage && record->count > r->sheet->columns) {
        spot.column = (size_t)mintu_records_column(r->records, r->sheet->columns);
        return mintu_problems_add(r->problems, spot,
                                  "the row has %zu fields, the header %zu; what is too many is left out; look for an unquoted "
                                  "comma",
                                  record->count, r->sheet->columns);
    }
    return true;
}

/* The reader passes over blank lines, which in a single column are empty names: an answer stands beside each. */
static bool add_blanks(reading *r, size_t line)
{
    bool good = true;
    for (; good && r->row > 0 && r->sheet->columns == 1 && r->next_line < line; r->next_line++, r->row++)
        good = add_cell(r->sheet, "", 0) && end_row(r->sheet, r->row, r->next_line);
    return good;
}

/* Remembers where the cell begins that is added next. */
static bool add_long(reading *r, size_t field)
{
    mintu_sheet *sheet = r->sheet;
    if (!MINTU_ARRAY_RESERVE(sheet->longs, sheet->long_room, sheet->long_count + 1))
        return false;
    sheet->longs[sheet->long_count][0] = sheet->cell_count;
    sheet->longs[sheet->long_count++][1] = (size_t)mintu_records_column(r->records, field);
    return true;
}

static bool add_record(reading *r, const mintu_record *record)
{
    bool good = add_blanks(r, (size_t)record->line) && check_record(r, record);
    size_t count = r->row == 0 || record->count < r->sheet->columns ? record->count : r->sheet->columns;
    r->next_line = (size_t)record->line + 1;
    for (size_t i = 0; i < record->count && good; i++) {
        const char *text = record->text + record->starts[i];
        size_t size = record->starts[i + 1] - record->starts[i] - 1;
        if (i < count)
            good = (size < MINTU_NAME_SIZE || add_long(r, i)) && add_cell(r->sheet, text, size);
        for (const char *feed = text; (feed = memchr(feed, '\n', size - (size_t)(feed - text))); feed++)
            r->next_line++;
    }
    good = good && end_row(r->sheet, r->row, (size_t)record->line);
    if (r->row++ == 0)
        r->sheet->columns = count;
    return good;
}

static void tell_encoding(mintu_context *context, const char *path, mintu_told told)
{
    if (told.encoding)
        mintu_context_notice(context, "%s:%zu: " MINTU_TOLD, path, told.line, told.encoding);
}

static mintu_status read_table(mintu_context *context, const char *path, mintu_problems *problems, mintu_error *error,
                               mintu_sheet *out)
{
    reading r = {.path = path, .sheet = out, .problems = problems};
    mintu_record record;
    bool more = true;
    mintu_status status = mintu_records_open(path, DOING, error, &r.records);
    while (status == MINTU_STATUS_OK && more) {
        status = mintu_context_steps(context, r.row, (double)NAN, DOING, error);
        if (status == MINTU_STATUS_OK)
            status = mintu_records_next(r.records, error, &record, &more);
        if (status == MINTU_STATUS_OK && more && r.row == 0 && record.damage)
            status = mintu_fail_at(error, MINTU_STATUS_INPUT, (mintu_where){path, record.line, 1},
                                   "%s: the header cannot be read: %s", DOING, record.damage);
        else if (status == MINTU_STATUS_OK && more && !add_record(&r, &record))
            status = fail_memory(error);
    }
    if (status == MINTU_STATUS_OK && r.row == 0)
        status = mintu_fail_at(error, MINTU_STATUS_INPUT, (mintu_where){.source = path},
                               "%s: the file is empty; expected a header line and names below it", DOING);
    if (status == MINTU_STATUS_OK)
        tell_encoding(context, path, mintu_records_told(r.records));
    mintu_records_close(r.records);
    return status;
}

/* A list without a header: one name in a line. */
static mintu_status split_lines(const char *path, const mintu_buffer *file, mintu_problems *problems, mintu_error *error,
                                mintu_sheet *out)
{
    static const char header[] = "text";
    mintu_buffer name = {0};
    out->columns = 1;
    bool good = add_cell(out, header, sizeof header - 1) && end_row(out, 0, 0);
    for (size_t at = 0, row = 1; at < file->size && good; row++) {
        const char *feed = memchr(file->data + at, '\n', file->size - at);
        size_t end = feed ? (size_t)(feed - file->data) : file->size, size = end - at;
        size -= size > 0 && file->data[at + size - 1] == '\r';
        mintu_buffer_clear(&name);
        size_t bad = mintu_utf8_repair(file->data + at, size, &name);
        good = !name.failed && add_cell(out, name.data, name.size) && end_row(out, row, row);
        if (good && bad != SIZE_MAX)
            good = mintu_problems_add(problems, (mintu_spot){path, row, bad + 1}, "%s", unreadable);
        at = end + 1;
    }
    mintu_buffer_free(&name);
    return good ? MINTU_STATUS_OK : fail_memory(error);
}

static bool ends_with(const char *path, const char *ending)
{
    const char *dot = strrchr(path, '.');
    return dot && mintu_ascii_compare(dot, ending) == 0;
}

/* A text file with tabs in its first line is a table after all. */
static mintu_status read_text(mintu_context *context, const char *path, mintu_problems *problems, mintu_error *error,
                              mintu_sheet *out)
{
    mintu_buffer file = {0};
    mintu_told told;
    mintu_status status = mintu_input_load(path, DOING, error, &told, &file);
    size_t first = status == MINTU_STATUS_OK ? strcspn(file.data, "\n") : 0;
    bool table = status == MINTU_STATUS_OK && memchr(file.data, '\t', first);
    if (status == MINTU_STATUS_OK && !table)
        status = split_lines(path, &file, problems, error, out);
    if (status == MINTU_STATUS_OK && !table)
        tell_encoding(context, path, told);
    mintu_buffer_free(&file);
    return table ? read_table(context, path, problems, error, out) : status;
}

/* The layer's reader has put U+FFFD in place of bytes that are no UTF-8. */
static bool check_layer(const char *path, const mintu_sheet *sheet, mintu_problems *problems)
{
    bool good = true;
    for (size_t row = 0; row < sheet->count && good; row++)
        for (size_t field = 0; field < sheet->columns && good; field++)
            if (mintu_layer_field_type(sheet->layer, field) == MINTU_FIELD_TYPE_TEXT &&
                strstr(mintu_layer_text(sheet->layer, row, field), "\xEF\xBF\xBD"))
                good = mintu_problems_add(problems, (mintu_spot){.source = path}, "row %zu, field %s: %s", row + 1,
                                          mintu_layer_field_name(sheet->layer, field), unreadable);
    return good;
}

mintu_status mintu_sheet_load(mintu_context *context, const char *path, mintu_problems *problems, mintu_error *error,
                              mintu_sheet *out)
{
    if (ends_with(path, ".txt"))
        return read_text(context, path, problems, error, out);
    const char *slash = strrchr(path, '/');
    bool plain = !strchr(slash ? slash : path, '.') && !strchr(path, ':'); /* a pipe has no ending */
    if (plain || ends_with(path, ".csv") || ends_with(path, ".tsv"))
        return read_table(context, path, problems, error, out);
    mintu_status status = mintu_layer_load(context, path, NULL, error, &out->layer);
    if (status != MINTU_STATUS_OK)
        return status;
    out->columns = mintu_layer_field_count(out->layer);
    out->count = mintu_layer_count(out->layer);
    return check_layer(path, out, problems) ? status : fail_memory(error);
}

void mintu_sheet_free(mintu_sheet *sheet)
{
    mintu_buffer_free(&sheet->text);
    free(sheet->cells);
    free(sheet->rows);
    free(sheet->lines);
    free(sheet->longs);
    mintu_layer_free(sheet->layer);
    *sheet = (mintu_sheet){.count = 0};
}

static const char *cell(const mintu_sheet *sheet, size_t row, size_t column)
{
    size_t at = sheet->rows[row] + column;
    return at < sheet->rows[row + 1] ? sheet->text.data + sheet->cells[at] : "";
}

const char *mintu_sheet_name(const mintu_sheet *sheet, size_t column)
{
    return sheet->layer ? mintu_layer_field_name(sheet->layer, column) : cell(sheet, 0, column);
}

const char *mintu_sheet_text(const mintu_sheet *sheet, size_t row, size_t column)
{
    return sheet->layer ? mintu_layer_text(sheet->layer, row, column) : cell(sheet, row + 1, column);
}

size_t mintu_sheet_line(const mintu_sheet *sheet, size_t row)
{
    return sheet->layer ? 0 : sheet->lines[row + 1];
}

size_t mintu_sheet_long(const mintu_sheet *sheet, size_t row)
{
    if (sheet->layer)
        return 0;
    size_t low = 0, high = sheet->long_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (sheet->longs[middle][0] < sheet->rows[row + 1])
            low = middle + 1;
        else
            high = middle;
    }
    return low < sheet->long_count && sheet->longs[low][0] < sheet->rows[row + 2] ? sheet->longs[low][1] : 1;
}

size_t mintu_sheet_find(const mintu_sheet *sheet, const char *name)
{
    for (size_t column = 0; column < sheet->columns; column++)
        if (mintu_ascii_compare(mintu_sheet_name(sheet, column), name) == 0)
            return column;
    return SIZE_MAX;
}
