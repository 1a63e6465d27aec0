#include "base/context.h"

#include "base/utf8.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

void mintu_context_notice_set(mintu_context *context, mintu_notice_fn *notice, void *user)
{
    context->notice = notice;
    context->notice_user = user;
}

void mintu_context_elsewhere_set(mintu_context *context, bool allowed)
{
    context->elsewhere = allowed;
}

bool mintu_context_elsewhere(const mintu_context *context)
{
    return context->elsewhere;
}

void mintu_context_notice(mintu_context *context, const char *format, ...)
{
    if (!context->notice)
        return;
    char text[1024];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    text[mintu_utf8_cut(text, strlen(text))] = '\0';
    context->notice(text, context->notice_user);
}
