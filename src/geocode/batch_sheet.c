#define _POSIX_C_SOURCE 200809L
#include "geocode/batch_sheet.h"

#include "base/ascii.h"
#include "base/context.h"
#include "base/error.h"
#include "base/path_beneath.h"
#include "base/utf8.h"
#include "format/records.h"
#include "format/text_input.h"
#include "gdal/database_read.h"
#include "gdal/layer_load.h"
#include "geocode/geocoder.h"
#include "geocode/normalise.h"
#include "layer/further_row.h"
#include "table/head_rows.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char DOING[] = N_("reading names");
static const char unreadable[] = N_("bytes that are no UTF-8, or NUL, were replaced by U+FFFD; save the file anew");

static mintu_status fail_memory(mintu_error *error)
{
    return mintu_fail_memory(error, DOING);
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
    const char *path, *shown;       /* shown: in messages */
    const mintu_geocoder *geocoder; /* NULL: the first row is a header whatever it says */
    mintu_headed *rows;
    mintu_sheet *sheet;
    mintu_problems *problems;
    size_t row, next_line; /* where the next row would begin */
    bool stream;           /* a pipe, which has no ending: by what it holds */
    mintu_buffer other;    /* of a stream that is no table */
} reading;

/* What is wrong with a row. */
static bool check_record(reading *r, const mintu_record *record)
{
    mintu_spot spot = {r->path, (size_t)record->line, 1};
    if (record->damage && !mintu_problems_add(r->problems, spot, "%s", mintu_message(record->damage)))
        return false;
    if (record->repaired) {
        spot.column = (size_t)mintu_headed_column(r->rows, record->bad);
        if (!mintu_problems_add(r->problems, spot, "%s", mintu_message(unreadable)))
            return false;
    }
    if (r->row > 0 && !record->damage && record->count > r->sheet->columns) {
        spot.column = (size_t)mintu_headed_column(r->rows, r->sheet->columns);
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
    sheet->longs[sheet->long_count++][1] = (size_t)mintu_headed_column(r->rows, field);
    return true;
}

static bool add_record(reading *r, const mintu_record *record)
{
    r->next_line += record->passed;
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
        mintu_context_notice(context, MINTU_TOLD, path, told.line, told.encoding);
}

/* True when the only name of a column is that of a place, so that the file is a list without a header. */
static mintu_status check_list(const mintu_geocoder *geocoder, const char *name, mintu_error *error, bool *list)
{
    const mintu_evidence_given nothing = {.roster = false};
    mintu_match match = {.place = NULL};
    *list = false;
    mintu_status status = geocoder && name[0] ? mintu_match_name(geocoder, name, &nothing, error, &match) : MINTU_STATUS_OK;
    if (status == MINTU_STATUS_OK)
        *list = match.kind != MINTU_MATCH_KIND_FUZZY &&
                (match.status == MINTU_MATCH_STATUS_MATCHED || match.status == MINTU_MATCH_STATUS_AMBIGUOUS) &&
                match.candidate_count + (match.place != NULL) > 0;
    return status;
}

static const char HEADER[] = "text";

static mintu_status add_first(mintu_context *context, reading *r, mintu_record *record, mintu_error *error)
{
    bool list = false;
    if (record->damage)
        return mintu_fail_at(error, MINTU_STATUS_INPUT, (mintu_where){r->path, record->line, 1},
                             "%s: the header cannot be read: %s", mintu_message(DOING), mintu_message(record->damage));
    mintu_status status = record->count == 1 ? check_list(r->geocoder, record->text, error, &list) : MINTU_STATUS_OK;
    if (status != MINTU_STATUS_OK)
        return status;
    if (list) {
        mintu_context_notice(context,
                             "%s:%d: the first line is the name of a place, so that the file is read as a list of names",
                             r->path, record->line);
        if (!add_cell(r->sheet, HEADER, sizeof HEADER - 1) || !end_row(r->sheet, r->row++, 0))
            return fail_memory(error);
        r->sheet->columns = 1;
        r->next_line = (size_t)record->line;
    }
    return add_record(r, record) ? MINTU_STATUS_OK : fail_memory(error);
}

static mintu_status read_rows(mintu_context *context, reading *r, mintu_error *error)
{
    mintu_record record;
    bool more = true;
    mintu_status status = MINTU_STATUS_OK;
    while (status == MINTU_STATUS_OK && more) {
        status = mintu_context_steps(context, r->row, (double)NAN, DOING, error);
        if (status == MINTU_STATUS_OK)
            status = mintu_headed_next(r->rows, error, &record, &more);
        if (status == MINTU_STATUS_OK && more && r->row == 0)
            status = add_first(context, r, &record, error);
        else if (status == MINTU_STATUS_OK && more && !add_record(r, &record))
            status = fail_memory(error);
    }
    if (status == MINTU_STATUS_OK && r->row == 0)
        status = mintu_fail_at(error, MINTU_STATUS_INPUT, (mintu_where){.source = r->path},
                               "%s: the file is empty; expected a header line and names below it", mintu_message(DOING));
    return status;
}

static mintu_status read_layer(mintu_context *context, reading *r, mintu_error *error);

static mintu_status read_table(mintu_context *context, reading *r, mintu_error *error)
{
    mintu_records *records = NULL;
    mintu_status status = mintu_records_open_or_take(r->path, DOING, error, r->stream ? &r->other : NULL, &records);
    if (status == MINTU_STATUS_OK && !records)
        return read_layer(context, r, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_headed_open(context, mintu_records_source(records, r->path, DOING), error, &r->rows);
    if (status == MINTU_STATUS_OK)
        status = read_rows(context, r, error);
    if (status == MINTU_STATUS_OK)
        tell_encoding(context, r->path, mintu_records_told(records));
    mintu_headed_close(r->rows);
    mintu_records_close(records);
    return status;
}

/* A list without a header: one name in a line. */
static mintu_status split_lines(mintu_context *context, const reading *r, const mintu_buffer *file, mintu_error *error)
{
    mintu_buffer name = {0};
    size_t remarks = 0;
    r->sheet->columns = 1;
    bool good = add_cell(r->sheet, HEADER, sizeof HEADER - 1) && end_row(r->sheet, 0, 0);
    for (size_t at = 0, line = 1; at < file->size && good; line++) {
        const char *feed = memchr(file->data + at, '\n', file->size - at);
        size_t end = feed ? (size_t)(feed - file->data) : file->size, size = end - at;
        size -= size > 0 && file->data[at + size - 1] == '\r';
        bool remark = file->data[at] == '#';
        remarks += remark;
        mintu_buffer_clear(&name);
        size_t bad = remark ? SIZE_MAX : mintu_utf8_repair(file->data + at, size, &name);
        if (!remark)
            good = !name.failed && add_cell(r->sheet, name.data, name.size) && end_row(r->sheet, line - remarks, line);
        if (good && bad != SIZE_MAX)
            good = mintu_problems_add(r->problems, (mintu_spot){r->path, line, bad + 1}, "%s", mintu_message(unreadable));
        at = end + 1;
    }
    if (remarks)
        mintu_context_notice(context, "%s: %zu lines with # at the beginning are no names", r->path, remarks);
    mintu_buffer_free(&name);
    return good ? MINTU_STATUS_OK : fail_memory(error);
}

static bool ends_with(const char *path, const char *ending)
{
    const char *dot = strrchr(path, '.');
    return dot && mintu_ascii_compare(dot, ending) == 0;
}

/* A text file with tabs in its first line is a table after all. */
static mintu_status read_text(mintu_context *context, reading *r, mintu_error *error)
{
    mintu_buffer file = {0};
    mintu_told told;
    mintu_status status = mintu_input_load(r->path, DOING, error, &told, &file);
    size_t first = status == MINTU_STATUS_OK ? strcspn(file.data, "\n") : 0;
    bool table = status == MINTU_STATUS_OK && memchr(file.data, '\t', first);
    if (status == MINTU_STATUS_OK && !table)
        status = split_lines(context, r, &file, error);
    if (status == MINTU_STATUS_OK && !table)
        tell_encoding(context, r->path, told);
    mintu_buffer_free(&file);
    return table ? read_table(context, r, error) : status;
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
                                          mintu_layer_field_name(sheet->layer, field), mintu_message(unreadable));
    return good;
}

/* A sheet of a workbook whose only column is called like a place is a list without a header: the name becomes the first row. */
static mintu_status turn_into_list(mintu_context *context, const char *path, mintu_error *error, mintu_sheet *out)
{
    const mintu_layer *layer = out->layer;
    const char *first = mintu_layer_field_name(layer, 0);
    bool good = add_cell(out, HEADER, sizeof HEADER - 1) && end_row(out, 0, 0) && add_cell(out, first, strlen(first)) &&
                end_row(out, 1, 1);
    for (size_t row = 0; row < mintu_layer_count(layer) && good; row++) {
        const char *text = mintu_layer_text(layer, row, 0);
        good = add_cell(out, text, strlen(text)) && end_row(out, row + 2, row + 2);
    }
    mintu_layer_free(out->layer);
    out->layer = NULL;
    mintu_context_notice(context, "%s: the first row is the name of a place, so that the sheet is read as a list of names",
                         path);
    return good ? MINTU_STATUS_OK : fail_memory(error);
}

static mintu_status read_layer(mintu_context *context, reading *r, mintu_error *error)
{
    mintu_sheet *out = r->sheet;
    bool list = false, book = r->stream || ends_with(r->path, ".xlsx") || ends_with(r->path, ".ods");
    mintu_status status = r->stream ? mintu_layer_load_content(context, r->path, &r->other, error, &out->layer)
                                    : mintu_layer_load(context, r->path, NULL, error, &out->layer);
    if (status != MINTU_STATUS_OK)
        return status;
    mintu_layer_further_drop(out->layer); /* a name is one, of however many kinds its geometry is */
    out->columns = mintu_layer_field_count(out->layer);
    out->count = mintu_layer_count(out->layer);
    if (!check_layer(r->shown, out, r->problems))
        return fail_memory(error);
    if (out->columns == 1 && book)
        status = check_list(r->geocoder, mintu_layer_field_name(out->layer, 0), error, &list);
    return list ? turn_into_list(context, r->path, error, out) : status;
}

mintu_status mintu_sheet_load(mintu_context *context, const char *path, const mintu_geocoder *geocoder,
                              mintu_problems *problems, mintu_error *error, mintu_sheet *out)
{
    out->source = mintu_path_shown(context, path);
    reading r = {.path = path, .shown = out->source, .geocoder = geocoder, .sheet = out, .problems = problems};
    if (!out->source)
        return fail_memory(error);
    if (path[mintu_layer_path_size(path)] || mintu_path_is_database(context, path))
        return read_layer(context, &r, error);
    if (ends_with(path, ".txt"))
        return read_text(context, &r, error);
    r.stream = !mintu_path_ending(path)[0] && !strchr(path, ':');
    mintu_status status = r.stream || ends_with(path, ".csv") || ends_with(path, ".tsv") ? read_table(context, &r, error)
                                                                                         : read_layer(context, &r, error);
    mintu_buffer_free(&r.other);
    return status;
}

void mintu_sheet_free(mintu_sheet *sheet)
{
    mintu_buffer_free(&sheet->text);
    free(sheet->cells);
    free(sheet->rows);
    free(sheet->lines);
    free(sheet->longs);
    mintu_layer_free(sheet->layer);
    free(sheet->source);
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
