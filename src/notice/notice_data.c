#include "notice/notice_data.h"

#include "base/message.h"
#include "base/utf8.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

bool mintu_notice_holds(mintu_notice *notice, bool good)
{
    notice->failed |= !good;
    return !notice->failed;
}

/* A sentence counts the bytes of its own lines. */
mintu_finding_place mintu_finding_in_sentence(const mintu_notice *notice, const char *kind, size_t sentence, size_t offset)
{
    const mintu_sentence *s = &notice->sentences[sentence];
    return (mintu_finding_place){kind, s->line, s->column + offset};
}

mintu_finding_place mintu_finding_in_item(const mintu_notice *notice, const char *kind, int item)
{
    return (mintu_finding_place){kind, notice->items[item].line, notice->items[item].column};
}

void mintu_notice_find(mintu_notice *notice, mintu_finding_place place, const char *format, ...)
{
    char text[512];
    notice->finding_total++;
    if (notice->finding_count == MINTU_NOTICE_FINDINGS)
        return;
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, mintu_answer_message(format), arguments);
    va_end(arguments);
    size_t size = strlen(text);
    if (size == sizeof text - 1) /* it may have been cut inside a character */
        size = mintu_utf8_cut(text, size - 4);
    char *copy = mintu_text_copy_n(text, size);
    if (mintu_notice_holds(notice, copy != NULL))
        notice->findings[notice->finding_count++] =
            (mintu_notice_finding){.kind = place.kind, .line = place.line, .column = place.column, .text = copy};
    else
        free(copy);
}

const mintu_heading *mintu_notice_heading(const mintu_notice *notice, int section)
{
    for (size_t i = 0; i < notice->heading_count; i++)
        if (notice->headings[i].no == section)
            return &notice->headings[i];
    return NULL;
}

int mintu_notice_sections(const mintu_notice *notice)
{
    int most = 0;
    for (size_t i = 0; i < notice->heading_count; i++)
        most = notice->headings[i].no > most ? notice->headings[i].no : most;
    return most;
}

const char *mintu_task_status_text(mintu_task_status status)
{
    static const char *const texts[] = {"complete", "truncated", "missing"};
    return (unsigned)status < MINTU_TASK_STATUS_END ? texts[status] : "";
}
