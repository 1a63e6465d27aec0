#include "geocode/batch_queries.h"

#include "geocode/batch_data.h"

#include "base/utf8.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { FIELDS = 4 }; /* columns that may be joined to one name */

/* Names in use for a column of names, the surest first. */
static const char *const usual[] = {"query", "name",     "place",      "地名",   "名称",     "乡镇",    "乡镇街道",
                                    "镇",    "乡镇名称", "地点",       "所在地", "地址",     "单位",    "试点",
                                    "town",  "township", "place name", "县市区", "行政区划", "address", NULL};

static mintu_status fail_column(const mintu_sheet *sheet, const char *path, const char *wanted, mintu_error *error)
{
    enum { SHOWN = 300 };
    mintu_buffer list = {0};
    mintu_buffer_text(&list, "");
    for (size_t i = 0; i < sheet->columns && list.size < SHOWN; i++)
        if (mintu_sheet_name(sheet, i)[0])
            mintu_buffer_format(&list, "%s%s", list.size ? ", " : "", mintu_sheet_name(sheet, i));
    for (size_t i = 0; i < list.size && !list.failed; i++)
        if ((unsigned char)list.data[i] < ' ')
            list.data[i] = ' ';
    if (list.failed)
        return mintu_fail_memory(error, "reading names");
    size_t shown = list.size > SHOWN ? mintu_utf8_cut(list.data, SHOWN) : list.size;
    mintu_where where = {path, sheet->layer ? 0 : 1, sheet->layer ? 0 : 1};
    const char *more = shown < list.size ? "…" : "";
    mintu_status status =
        wanted
            ? mintu_fail_at(error, MINTU_STATUS_INPUT, where,
                            "reading names: no column is called \"%.100s\"; the file has: %.*s%s", wanted, (int)shown,
                            list.data, more)
            : mintu_fail_at(error, MINTU_STATUS_INPUT, where,
                            "reading names: no column has a usual name (name, place, 地名, 名称, 乡镇); the file has: %.*s%s; "
                            "say which one holds the names",
                            (int)shown, list.data, more);
    mintu_buffer_free(&list);
    return status;
}

/* The columns that the text names, joined by commas. */
static mintu_status find_listed(const mintu_sheet *sheet, const char *path, const char *field, mintu_error *error,
                                size_t columns[FIELDS], size_t *count)
{
    char name[256];
    for (*count = 0; *count < FIELDS; field++) {
        size_t size = strcspn(field, ",");
        size_t kept = size < sizeof name ? size : sizeof name - 1;
        memcpy(name, field, kept);
        name[kept] = '\0';
        columns[*count] = mintu_sheet_find(sheet, name);
        if (columns[*count] == SIZE_MAX)
            return fail_column(sheet, path, name, error);
        ++*count;
        field += size;
        if (!*field)
            return MINTU_STATUS_OK;
    }
    return mintu_fail(error, MINTU_STATUS_USAGE, "reading names: more than %d columns cannot be one name", FIELDS);
}

static mintu_status find_columns(const mintu_sheet *sheet, const char *path, const char *field, mintu_error *error,
                                 size_t columns[FIELDS], size_t *count)
{
    *count = 1;
    columns[0] = field ? mintu_sheet_find(sheet, field) : SIZE_MAX;
    if (field && columns[0] == SIZE_MAX)
        return find_listed(sheet, path, field, error, columns, count);
    for (size_t i = 0; usual[i] && columns[0] == SIZE_MAX; i++)
        columns[0] = mintu_sheet_find(sheet, usual[i]);
    if (columns[0] == SIZE_MAX && sheet->columns == 1)
        columns[0] = 0;
    return columns[0] == SIZE_MAX ? fail_column(sheet, path, NULL, error) : MINTU_STATUS_OK;
}

static bool add_query(mintu_batch *batch, size_t row, const size_t *columns, size_t count)
{
    size_t start = batch->queries.size;
    batch->query_starts[row] = start;
    for (size_t i = 0; i < count; i++) {
        const char *text = mintu_sheet_text(&batch->sheet, row, columns[i]);
        mintu_buffer_text(&batch->queries, text[0] && batch->queries.size > start ? "," : "");
        mintu_buffer_text(&batch->queries, text);
    }
    mintu_buffer_add(&batch->queries, "", 1);
    return !batch->queries.failed;
}

mintu_status mintu_batch_queries(mintu_batch *batch, const char *path, const char *field, mintu_error *error)
{
    size_t columns[FIELDS], count;
    mintu_status status = find_columns(&batch->sheet, path, field, error, columns, &count);
    if (status != MINTU_STATUS_OK)
        return status;
    batch->query_starts = calloc(batch->sheet.count + 1, sizeof *batch->query_starts);
    bool good = batch->query_starts != NULL;
    for (size_t row = 0; row < batch->sheet.count && good; row++) {
        good = add_query(batch, row, columns, count);
        size_t size = batch->queries.size - batch->query_starts[row] - 1;
        mintu_spot spot = {path, mintu_sheet_line(&batch->sheet, row), mintu_sheet_long(&batch->sheet, row)};
        if (good && size >= MINTU_NAME_SIZE)
            good = mintu_problems_add(&batch->problems, spot,
                                      "a name of %zu bytes is none; look for a missing end of line or quote", size);
    }
    return good ? MINTU_STATUS_OK : mintu_fail_memory(error, "reading names");
}

const char *mintu_batch_query(const mintu_batch *batch, size_t row)
{
    return batch && row < batch->sheet.count ? batch->queries.data + batch->query_starts[row] : "";
}
