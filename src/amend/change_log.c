#define _POSIX_C_SOURCE 200809L
#include "amend/change_log.h"

#include "base/argument.h"
#include "base/file.h"
#include "base/message.h"
#include "format/csv_field.h"
#include "gazetteer/package.h"
#include "gazetteer/place_rows.h"
#include "layer/layer_end.h"

#include <mintu/amend.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

const char *const mintu_change_columns[MINTU_CHANGE_END] = {"no",    "when",    "command", "what",  "file",  "sha256",
                                                            "added", "changed", "removed", "files", "result"};

static const char DOING[] = N_("reading the log of changes");

static mintu_status check_columns(const mintu_table *log, mintu_error *error)
{
    for (int i = 0; i < MINTU_CHANGE_END; i++)
        if (mintu_table_column_find(log, mintu_change_columns[i]) != i)
            return mintu_fail_at(
                error, MINTU_STATUS_INPUT, (mintu_where){mintu_table_path(log), 1, 1},
                "%s: column %d is not `%s`; expected the columns that this program writes; move the file and the "
                "folder before away to begin a log anew",
                mintu_message(DOING), i + 1, mintu_change_columns[i]);
    return MINTU_STATUS_OK;
}

mintu_status mintu_change_log_load(const char *dir, mintu_error *error, mintu_table **out)
{
    struct stat there;
    char *path = mintu_path_join(dir, MINTU_CHANGES);
    mintu_status status = path ? MINTU_STATUS_OK : mintu_fail_memory(error, DOING);
    *out = NULL;
    if (path && lstat(path, &there) == 0)
        status = S_ISREG(there.st_mode)
                     ? mintu_table_load(path, error, out)
                     : mintu_fail_at(error, MINTU_STATUS_INPUT, (mintu_where){.source = path},
                                     "%s: it is no plain file; expected the log that this program writes; move it away",
                                     mintu_message(DOING));
    if (*out && status == MINTU_STATUS_OK)
        status = check_columns(*out, error);
    if (status != MINTU_STATUS_OK) {
        mintu_table_free(*out);
        *out = NULL;
    }
    free(path);
    return status;
}

mintu_status mintu_change_log_last(const mintu_table *log, mintu_error *error, size_t *out)
{
    size_t rows = log ? mintu_table_count(log) : 0;
    *out = 0;
    if (rows == 0)
        return MINTU_STATUS_OK;
    const char *text = mintu_table_text(log, rows - 1, MINTU_CHANGE_NO);
    for (const char *at = text; *at >= '0' && *at <= '9' && at < text + 9; at++)
        *out = *out * 10 + (size_t)(*at - '0');
    if (*out == 0 || strspn(text, "0123456789") != strlen(text) || strlen(text) > 9)
        return mintu_fail_at(
            error, MINTU_STATUS_INPUT, (mintu_where){mintu_table_path(log), mintu_table_line(log, rows - 1), 1},
            "%s: \"%.40s\" is no number of a change; expected one from 1; mend the line", mintu_message(DOING), text);
    return MINTU_STATUS_OK;
}

static void add_line(const char *const *cells, mintu_buffer *out)
{
    for (size_t i = 0; i < MINTU_CHANGE_END; i++)
        mintu_csv_cell(i, cells[i], out);
    mintu_buffer_text(out, "\n");
}

void mintu_change_log_text(const mintu_table *log, size_t rows, const char *const *cells, mintu_buffer *out)
{
    add_line(mintu_change_columns, out);
    for (size_t row = 0; row < rows; row++) {
        const char *kept[MINTU_CHANGE_END];
        for (size_t i = 0; i < MINTU_CHANGE_END; i++)
            kept[i] = mintu_table_text(log, row, i);
        add_line(kept, out);
    }
    if (cells)
        add_line(cells, out);
}

static mintu_status list(mintu_context *context, const mintu_table *log, mintu_error *error, mintu_layer **out)
{
    enum { SHOWN = MINTU_CHANGE_RESULT };
    mintu_field fields[SHOWN];
    for (int i = 0; i < SHOWN; i++)
        fields[i] = (mintu_field){mintu_change_columns[i], MINTU_TEXT};
    mintu_status status = mintu_rows_new(context, "changes", fields, SHOWN, error, out);
    for (size_t row = 0; log && row < mintu_table_count(log) && status == MINTU_STATUS_OK; row++) {
        mintu_row line = mintu_row_append(*out, error);
        for (size_t i = 0; i < SHOWN; i++)
            mintu_row_text(&line, mintu_table_text(log, row, i));
        status = line.status;
    }
    return mintu_layer_end(status, out);
}

mintu_status mintu_amend_log(mintu_context *context, const char *dir, mintu_error *error, mintu_layer **out)
{
    mintu_package package;
    mintu_table *log = NULL;
    if (MINTU_GIVEN_OUT(error, out, context, dir))
        return MINTU_STATUS_USAGE;
    mintu_status status = mintu_package_open(context, dir, error, &package);
    if (status != MINTU_STATUS_OK)
        return status;
    status = mintu_change_log_load(dir, error, &log);
    if (status == MINTU_STATUS_OK)
        status = list(context, log, error, out);
    mintu_table_free(log);
    mintu_package_close(&package);
    return status;
}
