#include "notice/notice_data.h"

#include "base/utf8.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

bool mintu_notice_room(mintu_notice *notice, void *pointer, size_t *room, size_t count, size_t size)
{
    if (notice->failed || !mintu_array_reserve(pointer, room, count + 1, size))
        notice->failed = true;
    return !notice->failed;
}

/* Line and column of an offset in a sentence, which counts the bytes of its own lines. */
static void place_finding(const mintu_notice *notice, size_t sentence, size_t offset, mintu_notice_finding *out)
{
    if (sentence >= notice->sentence_count) { /* an item */
        out->line = notice->items[offset].line;
        out->column = notice->items[offset].column;
        return;
    }
    const mintu_sentence *s = &notice->sentences[sentence];
    out->line = s->line;
    out->column = s->column + offset;
}

void mintu_notice_find(mintu_notice *notice, const char *kind, size_t sentence, size_t offset, const char *format, ...)
{
    char text[512];
    notice->finding_total++;
    if (notice->finding_count == MINTU_NOTICE_FINDINGS)
        return;
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    char *copy = mintu_text_copy_n(text, mintu_utf8_cut(text, strlen(text)));
    notice->failed |= !copy;
    if (!copy)
        return;
    mintu_notice_finding *finding = &notice->findings[notice->finding_count++];
    *finding = (mintu_notice_finding){.kind = kind, .text = copy};
    place_finding(notice, sentence, offset, finding);
}

const char *mintu_task_status_text(mintu_task_status status)
{
    static const char *const texts[] = {"complete", "truncated", "missing"};
    return (unsigned)status < MINTU_TASK_STATUS_END ? texts[status] : "";
}
