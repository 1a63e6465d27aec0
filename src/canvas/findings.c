#include "canvas/findings.h"

#include "base/message.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void mintu_findings_add(mintu_findings *findings, const char *format, ...)
{
    char line[512];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(line, sizeof line, mintu_message(format), arguments);
    va_end(arguments);
    size_t index;
    if (mintu_textmap_get(&findings->known, line, &index))
        return;
    char *copy = mintu_text_copy(line);
    if (!copy || !MINTU_ARRAY_RESERVE(findings->lines, findings->room, findings->count + 1)) {
        free(copy);
        return;
    }
    findings->lines[findings->count] = copy;
    mintu_textmap_set(&findings->known, copy, findings->count++);
}

void mintu_findings_clear(mintu_findings *findings)
{
    for (size_t i = 0; i < findings->count; i++)
        free(findings->lines[i]);
    free(findings->lines);
    mintu_textmap_free(&findings->known);
    *findings = (mintu_findings){0};
}
