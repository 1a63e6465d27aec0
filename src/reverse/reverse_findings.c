#include "reverse/reverse_findings.h"

#include "base/context.h"
#include "base/message.h"

#include <stdarg.h>
#include <stdio.h>

void mintu_reverse_finding(mintu_context *context, const mintu_reverse_options *options, const char *format, ...)
{
    char line[1024];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(line, sizeof line, mintu_message(format), arguments);
    va_end(arguments);
    if (options->finding)
        options->finding(line, options->user);
    else
        mintu_context_notice(context, "%s", line);
}
