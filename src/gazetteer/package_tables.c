#include "gazetteer/package_tables.h"

#include "base/file.h"
#include "base/message.h"
#include "format/number.h"
#include <mintu/date.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>

mintu_status mintu_tables_load(const mintu_package *package, const char *stem, bool required, mintu_error *error,
                               mintu_table **out)
{
    *out = NULL;
    const json_t *resource = mintu_package_resource(package, stem, NULL);
    if (!resource && !required)
        return MINTU_STATUS_OK;
    if (!resource)
        return mintu_fail_at(error, MINTU_STATUS_INPUT, mintu_package_where(package, "/resources"),
                             "opening the data package: no resource %s.csv is listed; expected one; take the package anew",
                             stem);
    char *path = mintu_package_file(package, resource);
    if (!path)
        return mintu_fail_memory(error, "opening the data package");
    mintu_status status = mintu_table_load(path, error, out);
    free(path);
    return status;
}

mintu_status mintu_tables_columns(const mintu_table *table, const char *const *names, size_t count, mintu_error *error,
                                  int *out)
{
    for (size_t i = 0; i < count; i++) {
        out[i] = mintu_table_column_find(table, names[i]);
        if (out[i] < 0)
            return mintu_fail_at(
                error, MINTU_STATUS_INPUT, (mintu_where){mintu_table_path(table), 1, 1},
                "opening the data package: the header has no column `%s`; expected it as in datapackage.json; mend "
                "the header, or take the package anew",
                names[i]);
    }
    return MINTU_STATUS_OK;
}

/* Offset of the first byte of line @p line, from 1. */
static size_t line_start(const mintu_buffer *file, int line)
{
    size_t at = file->size >= 3 && memcmp(file->data, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    for (int i = 1; i < line; i++) {
        const char *feed = memchr(file->data + at, '\n', file->size - at);
        if (!feed)
            break;
        at = (size_t)(feed - file->data) + 1;
    }
    return at;
}

mintu_where mintu_cell_where(const mintu_table *table, size_t row, int column)
{
    mintu_where where = {mintu_table_path(table), mintu_table_line(table, row), 1};
    mintu_buffer file = {0};
    const mintu_file_bounds bounds = {MINTU_TABLE_BYTES_MOST, false};
    if (mintu_file_read(where.source, "reading a table", bounds, NULL, &file) != MINTU_STATUS_OK) {
        mintu_buffer_free(&file);
        return where;
    }
    bool quoted = false;
    for (size_t at = line_start(&file, where.line); at < file.size && column > 0; at++) {
        quoted = quoted != (file.data[at] == '"');
        column -= !quoted && file.data[at] == ',';
        where.line += file.data[at] == '\n';
        where.column = file.data[at] == '\n' ? 1 : where.column + 1;
    }
    mintu_buffer_free(&file);
    return where;
}

mintu_status mintu_cell_fail(const mintu_table *table, size_t row, int column, const char *expected, mintu_error *error)
{
    return mintu_fail_at(
        error, MINTU_STATUS_INPUT, mintu_cell_where(table, row, column),
        "opening the data package: column `%s` holds \"%.80s\"; expected %s; mend the line, or take the package anew",
        mintu_table_column_name(table, (size_t)column), mintu_table_text(table, row, (size_t)column), mintu_message(expected));
}

mintu_status mintu_cell_number(const mintu_table *table, size_t row, int column, mintu_error *error, double *out)
{
    const char *text = mintu_table_text(table, row, (size_t)column);
    *out = NAN;
    if (text[0] == '\0')
        return MINTU_STATUS_OK;
    if (mintu_number_scan_decimal(text, strlen(text), out) && isfinite(*out))
        return MINTU_STATUS_OK;
    return mintu_cell_fail(table, row, column, "a number", error);
}

mintu_status mintu_cell_date(const mintu_table *table, size_t row, int column, mintu_error *error, int *out)
{
    const char *text = mintu_table_text(table, row, (size_t)column);
    *out = 0;
    if (text[0] == '\0' || mintu_date_parse(text, out))
        return MINTU_STATUS_OK;
    return mintu_cell_fail(table, row, column, "a date YYYY-MM-DD or nothing", error);
}
