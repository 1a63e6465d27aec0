#include "geocode/batch_problems.h"

#include "base/message.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

bool mintu_problems_add(mintu_problems *problems, mintu_spot spot, const char *format, ...)
{
    char text[512];
    problems->total++;
    if (problems->count == MINTU_BATCH_PROBLEMS)
        return true;
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, mintu_message(format), arguments);
    va_end(arguments);
    size_t source = strlen(spot.source) + 1, size = strlen(text) + 1;
    char *kept = malloc(source + size);
    if (!kept)
        return false;
    memcpy(kept, spot.source, source);
    memcpy(kept + source, text, size);
    problems->texts[problems->count] = kept;
    problems->items[problems->count++] = (mintu_batch_problem){kept, spot.line, spot.column, kept + source};
    return true;
}

void mintu_problems_free(mintu_problems *problems)
{
    for (size_t i = 0; i < problems->count; i++)
        free(problems->texts[i]);
    *problems = (mintu_problems){.count = 0};
}
