#include "icon/icon_examination.h"

#include "base/message.h"

#include <stdarg.h>
#include <stdio.h>

static const char doing[] = N_("reading an icon");

bool mintu_icon_refuse(mintu_icon_examination *x, const xmlNode *node, const char *format, ...)
{
    char text[256];
    va_list arguments;
    if (x->status != MINTU_STATUS_OK)
        return false;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, mintu_message(format), arguments);
    va_end(arguments);
    long line = node ? xmlGetLineNo(node) : 0;
    x->status = mintu_fail_at(x->error, MINTU_STATUS_INPUT, (mintu_where){x->path, line > 0 ? (int)line : 0, 0}, "%s: %s",
                              mintu_message(doing), text);
    return false;
}

bool mintu_icon_fail_memory(mintu_icon_examination *x)
{
    if (x->status == MINTU_STATUS_OK)
        x->status = mintu_fail_memory(x->error, doing);
    return false;
}
