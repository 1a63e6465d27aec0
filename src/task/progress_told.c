#include "task/progress_told.h"

#include "base/message.h"
#include "gazetteer/place_rows.h"

#include <stdarg.h>
#include <stdio.h>

enum { TOLD = 1000 };

mintu_progress_told mintu_progress_told_new(mintu_context *context, mintu_error *error)
{
    static const mintu_field fields[] = {
        {"kind", MINTU_TEXT}, {"row", MINTU_TEXT}, {"task", MINTU_TEXT}, {"name", MINTU_TEXT}, {"text", MINTU_TEXT}};
    mintu_progress_told told = {.error = error};
    told.status = mintu_rows_new(context, "findings", fields, sizeof fields / sizeof *fields, error, &told.layer);
    return told;
}

static void add(mintu_progress_told *told, const char *const cells[5])
{
    mintu_row row = mintu_row_append(told->layer, told->error);
    mintu_row_texts(&row, 5, cells);
    told->status = row.status;
}

void mintu_progress_tell(mintu_progress_told *told, const char *kind, const char *const about[2], const char *format, ...)
{
    char spot[40] = "", text[1024];
    va_list arguments;
    if (told->status != MINTU_STATUS_OK || told->total++ >= TOLD)
        return;
    if (told->line)
        snprintf(spot, sizeof spot, "line %zu", told->line);
    else if (told->number)
        snprintf(spot, sizeof spot, "row %zu", told->number);
    va_start(arguments, format);
    vsnprintf(text, sizeof text, mintu_message(format), arguments);
    va_end(arguments);
    add(told, (const char *const[]){kind, spot, about[0], about[1], text});
}

mintu_status mintu_progress_told_end(mintu_progress_told *told)
{
    char text[100];
    if (told->status == MINTU_STATUS_OK && told->total > TOLD) {
        snprintf(text, sizeof text, mintu_message("%zu more findings are not listed; mend those above and run again"),
                 told->total - (size_t)TOLD);
        add(told, (const char *const[]){"more", "", "", "", text});
    }
    return told->status;
}
