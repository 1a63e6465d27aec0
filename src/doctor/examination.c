#include "doctor/examination.h"

#include "base/error.h"
#include "base/message.h"
#include "gazetteer/place_rows.h"

#include <stdarg.h>
#include <stdio.h>

void mintu_examination_add(mintu_examination *examination, mintu_health health, const char *remedy, const char *format, ...)
{
    static const char *const states[] = {"good", "advice", "bad"};
    char found[600];
    va_list list;
    va_start(list, format);
    vsnprintf(found, sizeof found, mintu_answer_message(format), list);
    va_end(list);
    examination->bad += health == MINTU_HEALTH_BAD;
    if (examination->status != MINTU_STATUS_OK)
        return;
    mintu_row row = mintu_row_append(examination->layer, examination->error);
    MINTU_ROW_TEXTS(&row, examination->check, states[health], found, mintu_message(remedy));
    examination->status = row.status;
}

void mintu_examination_fail(mintu_examination *examination, mintu_status status, const mintu_error *problem, const char *remedy)
{
    if (status == MINTU_STATUS_MEMORY || status == MINTU_STATUS_CANCELLED) {
        if (examination->status == MINTU_STATUS_OK && examination->error)
            *examination->error = *problem;
        examination->status = examination->status == MINTU_STATUS_OK ? status : examination->status;
        return;
    }
    mintu_examination_add(examination, MINTU_HEALTH_BAD, remedy, "%s%s%s", problem->source, problem->source[0] ? ": " : "",
                          problem->text);
}
