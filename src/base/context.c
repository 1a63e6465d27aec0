#include "base/context.h"

#include "base/argument.h"
#include "base/array.h"
#include "base/error.h"
#include "base/message.h"
#include "base/utf8.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void mintu_context_notice_set(mintu_context *context, mintu_notice_fn *notice, void *user)
{
    if (!context)
        return;
    context->notice = notice;
    context->notice_user = user;
}

void mintu_context_elsewhere_set(mintu_context *context, bool allowed)
{
    if (!context)
        return;
    context->elsewhere = allowed;
}

void mintu_context_databases_set(mintu_context *context, bool allowed)
{
    if (!context)
        return;
    context->databases = allowed;
}

void mintu_context_csv_mark_set(mintu_context *context, bool mark)
{
    if (!context)
        return;
    context->csv_mark = mark;
}

const char *mintu_context_csv_begin(const mintu_context *context)
{
    return context->csv_mark ? "\xEF\xBB\xBF" : "";
}

mintu_status mintu_context_tables_set(mintu_context *context, const mintu_table_options *options, mintu_error *error)
{
    static const char doing[] = N_("setting how tables are read");
    if (MINTU_GIVEN(error, context) || MINTU_RESERVED_ZERO(error, options))
        return MINTU_STATUS_USAGE;
    const mintu_table_options none = {.missing = NULL}, *given = options ? options : &none;
    if (given->missing && !mintu_utf8_valid(given->missing, strlen(given->missing), NULL))
        return mintu_fail(error, MINTU_STATUS_USAGE, "%s: the words for no value are not UTF-8", mintu_message(doing));
    if (given->header_last && (!given->header_first || given->header_last < given->header_first))
        return mintu_fail(error, MINTU_STATUS_USAGE, "%s: the header ends in row %zu before it begins in row %zu",
                          mintu_message(doing), given->header_last, given->header_first);
    char *missing = given->missing ? mintu_text_copy(given->missing) : NULL;
    if (given->missing && !missing)
        return mintu_fail_memory(error, doing);
    free(context->tables.missing);
    context->tables = (mintu_table_rules){missing, given->header_first, given->header_last};
    return MINTU_STATUS_OK;
}

bool mintu_context_elsewhere(const mintu_context *context)
{
    return context->elsewhere;
}

void mintu_context_progress_set(mintu_context *context, mintu_progress_fn *progress, void *user)
{
    if (!context)
        return;
    context->progress = progress;
    context->progress_user = user;
}

void mintu_context_cancel(mintu_context *context, bool cancelled)
{
    if (!context)
        return;
    context->cancelled = cancelled;
}

bool mintu_context_cancelled(mintu_context *context)
{
    if (context->polls_left && --context->polls_left == 0)
        context->cancelled = true;
    return context->cancelled;
}

static mintu_status fail_cancelled(const char *doing, mintu_error *error)
{
    return mintu_fail(error, MINTU_STATUS_CANCELLED, "%s: cancelled", mintu_message(doing));
}

mintu_status mintu_context_step(mintu_context *context, double done, const char *doing, mintu_error *error)
{
    bool goes_on =
        !mintu_context_cancelled(context) && (!context->progress || context->progress(done, doing, context->progress_user));
    return goes_on ? MINTU_STATUS_OK : fail_cancelled(doing, error);
}

mintu_status mintu_context_steps(mintu_context *context, size_t index, double done, const char *doing, mintu_error *error)
{
    if (index % 4096 == 0)
        return mintu_context_step(context, done, doing, error);
    return mintu_context_cancelled(context) ? fail_cancelled(doing, error) : MINTU_STATUS_OK;
}

void mintu_context_notice(mintu_context *context, const char *format, ...)
{
    if (!context->notice)
        return;
    char text[1024];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, mintu_message(format), arguments);
    va_end(arguments);
    text[mintu_utf8_cut(text, strlen(text))] = '\0';
    context->notice(text, context->notice_user);
}
