#include "format/csv.h"

#include "base/array.h"
#include "base/error.h"
#include "base/file.h"
#include "base/utf8.h"

#include <csv.h>
#include <stdlib.h>
#include <string.h>

struct mintu_table {
    char *path;
    mintu_buffer text;                    /* all fields, each ended by NUL */
    size_t *cells, cell_count, cell_room; /* offsets into text, row after row, the header first */
    int *lines;
    size_t row_count, row_room, columns; /* rows with the header */
};

typedef struct reader {
    mintu_table *table;
    mintu_error *error;
    size_t cells_before; /* cells of the rows that are finished */
    int line, row_line;
    mintu_status status;
} reader;

static void field_read(void *data, size_t size, void *user)
{
    reader *r = user;
    mintu_table *table = r->table;
    if (r->status != MINTU_STATUS_OK)
        return;
    if (size && memchr(data, '\0', size)) {
        r->status = mintu_fail_at(r->error, MINTU_STATUS_INPUT, (mintu_where){table->path, r->line, 0},
                                  "reading a table: the line holds a NUL byte; expected text; save the file as UTF-8 CSV");
        return;
    }
    if (!MINTU_ARRAY_RESERVE(table->cells, table->cell_room, table->cell_count + 1)) {
        r->status = mintu_fail_memory(r->error, "reading a table");
        return;
    }
    table->cells[table->cell_count++] = table->text.size;
    mintu_buffer_add(&table->text, data ? data : "", size);
    mintu_buffer_add(&table->text, "", 1);
}

static void row_read(int end, void *user)
{
    (void)end;
    reader *r = user;
    mintu_table *table = r->table;
    size_t fields = table->cell_count - r->cells_before;
    if (r->status != MINTU_STATUS_OK)
        return;
    if (table->row_count == 0)
        table->columns = fields;
    if (fields != table->columns) {
        r->status = mintu_fail_at(r->error, MINTU_STATUS_INPUT, (mintu_where){table->path, r->row_line, 0},
                                  "reading a table: the row has %zu fields, expected the header's %zu; look for a missing or "
                                  "unquoted comma",
                                  fields, table->columns);
        return;
    }
    if (!MINTU_ARRAY_RESERVE(table->lines, table->row_room, table->row_count + 1)) {
        r->status = mintu_fail_memory(r->error, "reading a table");
        return;
    }
    table->lines[table->row_count++] = r->row_line;
    r->cells_before = table->cell_count;
}

/* libcsv does not say where it is, so it is fed a line at a time. */
static void parse_lines(struct csv_parser *parser, const char *text, size_t size, reader *r)
{
    for (size_t at = 0; at < size && r->status == MINTU_STATUS_OK;) {
        const char *feed = memchr(text + at, '\n', size - at);
        size_t length = feed ? (size_t)(feed - text) + 1 - at : size - at;
        r->line++;
        if (r->table->cell_count == r->cells_before && parser->pstate == 0)
            r->row_line = r->line;
        if (csv_parse(parser, text + at, length, field_read, row_read, r) != length)
            r->status = mintu_fail_at(r->error, MINTU_STATUS_INPUT, (mintu_where){r->table->path, r->line, 0},
                                      "reading a table: %s; a field with quotes must be quoted and its quotes doubled",
                                      csv_strerror(csv_error(parser)));
        at += length;
    }
    if (r->status == MINTU_STATUS_OK && csv_fini(parser, field_read, row_read, r) != 0)
        r->status = mintu_fail_at(r->error, MINTU_STATUS_INPUT, (mintu_where){r->table->path, r->row_line, 0},
                                  "reading a table: a quote that is opened on this line is never closed");
}

static mintu_status check_utf8(const mintu_table *table, const mintu_buffer *file, mintu_error *error)
{
    size_t bad;
    if (mintu_utf8_valid(file->data, file->size, &bad))
        return MINTU_STATUS_OK;
    return mintu_fail_at(error, MINTU_STATUS_INPUT, mintu_where_at(table->path, file->data, bad),
                         "reading a table: not valid UTF-8 here; convert the file, for example with iconv -f GB18030 -t UTF-8");
}

static mintu_status read_table(mintu_table *table, mintu_error *error)
{
    mintu_buffer file = {0};
    mintu_status status =
        mintu_file_read(table->path, "reading a table", (mintu_file_bounds){MINTU_TABLE_BYTES_MOST, false}, error, &file);
    if (status == MINTU_STATUS_OK)
        status = check_utf8(table, &file, error);
    struct csv_parser parser;
    if (status == MINTU_STATUS_OK && csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI) != 0)
        status = mintu_fail_memory(error, "reading a table");
    else if (status == MINTU_STATUS_OK) {
        size_t mark = file.size >= 3 && memcmp(file.data, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
        reader r = {.table = table, .error = error};
        parse_lines(&parser, file.data + mark, file.size - mark, &r);
        csv_free(&parser);
        status = r.status;
    }
    if (status == MINTU_STATUS_OK && table->text.failed)
        status = mintu_fail_memory(error, "reading a table");
    if (status == MINTU_STATUS_OK && table->row_count == 0)
        status = mintu_fail_at(error, MINTU_STATUS_INPUT, (mintu_where){.source = table->path},
                               "reading a table: the file is empty; expected a header line");
    mintu_buffer_free(&file);
    return status;
}

mintu_status mintu_table_load(const char *path, mintu_error *error, mintu_table **out)
{
    *out = NULL;
    mintu_table *table = calloc(1, sizeof *table);
    if (!table || !(table->path = mintu_text_copy(path))) {
        free(table);
        return mintu_fail_memory(error, "reading a table");
    }
    mintu_status status = read_table(table, error);
    if (status != MINTU_STATUS_OK) {
        mintu_table_free(table);
        return status;
    }
    *out = table;
    return MINTU_STATUS_OK;
}

void mintu_table_free(mintu_table *table)
{
    if (!table)
        return;
    mintu_buffer_free(&table->text);
    free(table->cells);
    free(table->lines);
    free(table->path);
    free(table);
}

const char *mintu_table_path(const mintu_table *table)
{
    return table->path;
}

size_t mintu_table_count(const mintu_table *table)
{
    return table->row_count - 1;
}

size_t mintu_table_column_count(const mintu_table *table)
{
    return table->columns;
}

const char *mintu_table_column_name(const mintu_table *table, size_t column)
{
    return table->text.data + table->cells[column];
}

int mintu_table_column_find(const mintu_table *table, const char *name)
{
    for (size_t column = 0; column < table->columns; column++)
        if (strcmp(mintu_table_column_name(table, column), name) == 0)
            return (int)column;
    return -1;
}

const char *mintu_table_text(const mintu_table *table, size_t row, size_t column)
{
    return table->text.data + table->cells[(row + 1) * table->columns + column];
}

int mintu_table_line(const mintu_table *table, size_t row)
{
    return table->lines[row + 1];
}
