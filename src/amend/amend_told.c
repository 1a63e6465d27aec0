#include "amend/amend_told.h"

#include "base/array.h"
#include "base/message.h"
#include "base/utf8.h"
#include "gazetteer/place_rows.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

mintu_amend_told mintu_amend_told_new(mintu_context *context, const char *path, mintu_error *error)
{
    static const mintu_field fields[] = {
        {"status", MINTU_TEXT}, {"file", MINTU_TEXT}, {"row", MINTU_TEXT}, {"name", MINTU_TEXT}, {"text", MINTU_TEXT}};
    const char *slash = strrchr(path, '/');
    mintu_amend_told told = {.file = slash ? slash + 1 : path, .error = error};
    told.status = mintu_rows_new(context, "findings", fields, sizeof fields / sizeof *fields, error, &told.layer);
    return told;
}

static void add(mintu_amend_told *told, const char *const cells[2], mintu_amend_spot spot, const char *format,
                va_list arguments)
{
    char row[40] = "", text[1024];
    if (told->status != MINTU_STATUS_OK)
        return;
    if (spot.line)
        snprintf(row, sizeof row, mintu_message("line %zu"), spot.line);
    else if (spot.number)
        snprintf(row, sizeof row, mintu_message("row %zu"), spot.number);
    vsnprintf(text, sizeof text, mintu_message(format), arguments);
    mintu_row line = mintu_row_append(told->layer, told->error);
    mintu_row_text(&line, cells[0]);
    mintu_row_text(&line, told->file);
    mintu_row_text(&line, row);
    mintu_row_text(&line, cells[1]);
    mintu_row_text(&line, text);
    told->status = line.status;
}

void mintu_amend_tell(mintu_amend_told *told, mintu_amend_spot spot, const char *name, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    told->findings++;
    add(told, (const char *const[]){"finding", name}, spot, format, arguments);
    va_end(arguments);
}

void mintu_amend_note(mintu_amend_told *told, mintu_amend_spot spot, const char *name, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    add(told, (const char *const[]){"note", name}, spot, format, arguments);
    va_end(arguments);
}

mintu_status mintu_amend_text_check(const char *text, const char *what, mintu_error *error)
{
    enum { BYTES_MOST = 200 };
    if (!text || (strlen(text) <= BYTES_MOST && mintu_utf8_unfit(text) < 0 && !strpbrk(text, "\t\n")))
        return MINTU_STATUS_OK;
    return mintu_fail(error, MINTU_STATUS_USAGE,
                      "changing the data package: the %s is no line of UTF-8 text of up to %d bytes; give such a one",
                      mintu_message(what), BYTES_MOST);
}

mintu_status mintu_amend_file_check(const char *path, mintu_error *error)
{
    struct stat there;
    if (strcmp(path, "-") == 0 || (stat(path, &there) == 0 && !S_ISREG(there.st_mode)))
        return mintu_fail_at(error, MINTU_STATUS_USAGE, (mintu_where){.source = path},
                             "changing the data package: it is a pipe, a folder or a device; expected a file, whose checksum "
                             "goes into the log; write "
                             "it to a file first");
    return MINTU_STATUS_OK;
}

mintu_status mintu_amend_told_end(mintu_amend_told *told, mintu_status status, mintu_layer **findings)
{
    if (status == MINTU_STATUS_OK)
        status = told->status;
    if (status == MINTU_STATUS_OK && told->findings)
        status = MINTU_STATUS_FINDINGS;
    if (findings)
        *findings = told->layer;
    else
        mintu_layer_free(told->layer);
    told->layer = NULL;
    return status;
}
