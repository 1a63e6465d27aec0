#include "base/error.h"

#include "base/message.h"
#include "base/utf8.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

mintu_where mintu_where_at(const char *source, const char *text, size_t at)
{
    mintu_where where = {source, 1, 1};
    for (size_t i = 0; i < at; i++) {
        where.line += text[i] == '\n';
        where.column = text[i] == '\n' ? 1 : where.column + 1;
    }
    return where;
}

static void copy_text(char *target, size_t size, const char *text)
{
    size_t length = strlen(text);
    if (length >= size)
        length = mintu_utf8_cut(text, size - 1);
    memcpy(target, text, length);
    target[length] = '\0';
}

static mintu_status fail(mintu_error *error, mintu_status status, mintu_where where, const char *format, va_list arguments)
{
    if (!error)
        return status;
    char text[2 * sizeof error->text];
    vsnprintf(text, sizeof text, mintu_message(format), arguments);
    error->status = status;
    error->line = where.line;
    error->column = where.column;
    copy_text(error->source, sizeof error->source, where.source ? where.source : "");
    copy_text(error->text, sizeof error->text, text);
    return status;
}

mintu_status mintu_fail(mintu_error *error, mintu_status status, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    fail(error, status, (mintu_where){0}, format, arguments);
    va_end(arguments);
    return status;
}

mintu_status mintu_fail_at(mintu_error *error, mintu_status status, mintu_where where, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    fail(error, status, where, format, arguments);
    va_end(arguments);
    return status;
}
