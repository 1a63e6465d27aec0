#include "geometry/handle.h"

#include "base/argument.h"
#include "base/message.h"
#include "base/utf8.h"
#include "geometry/proj_files.h"
#include "layer/read_limits.h"

#include <stdlib.h>
#include <string.h>

/* Keeps one line of a library's message, cut at a whole character. */
static void keep(char *target, size_t size, const char *text)
{
    size_t length = strcspn(text, "\r\n");
    if (length >= size)
        length = mintu_utf8_cut(text, size - 1);
    memcpy(target, text, length);
    target[length] = '\0';
}

static void geos_said(const char *text, void *user)
{
    mintu_context *context = user;
    keep(context->geos_text, sizeof context->geos_text, text);
}

static void geos_noticed(const char *text, void *user)
{
    (void)text;
    (void)user;
}

static void proj_said(void *user, int level, const char *text)
{
    mintu_context *context = user;
    if (level == PJ_LOG_ERROR)
        keep(context->proj_text, sizeof context->proj_text, text);
}

mintu_status mintu_context_new(mintu_error *error, mintu_context **out)
{
    if (MINTU_GIVEN_OUT(error, out, out))
        return MINTU_STATUS_USAGE;
    mintu_context *context = calloc(1, sizeof *context);
    if (context) {
        context->limits = mintu_limits_usual;
        context->geos = GEOS_init_r();
    }
    if (!context || !context->geos) {
        mintu_context_free(context);
        return mintu_fail_memory(error, "making a context");
    }
    GEOSContext_setErrorMessageHandler_r(context->geos, geos_said, context);
    GEOSContext_setNoticeMessageHandler_r(context->geos, geos_noticed, context);
    *out = context;
    return MINTU_STATUS_OK;
}

mintu_status mintu_context_proj(mintu_context *context, const char *doing, mintu_error *error, PJ_CONTEXT **out)
{
    mintu_status status = mintu_proj_begin(doing, error);
    if (status == MINTU_STATUS_OK && !context->proj) {
        context->proj = mintu_proj_context_new();
        if (!context->proj)
            return mintu_fail_memory(error, doing);
        proj_log_func(context->proj, context, proj_said);
        /* Grids from the network would make a result depend on the connection. */
        proj_context_set_enable_network(context->proj, 0);
    }
    *out = context->proj;
    return status;
}

void mintu_context_free(mintu_context *context)
{
    if (!context)
        return;
    if (context->geos)
        GEOS_finish_r(context->geos);
    if (context->proj)
        proj_context_destroy(context->proj);
    free(context->tables.missing);
    free(context);
}

mintu_status mintu_fail_geos(mintu_context *context, mintu_error *error, const char *doing)
{
    if (!context->geos_text[0] || strstr(context->geos_text, "bad_alloc"))
        return mintu_fail_memory(error, doing);
    return mintu_fail(error, MINTU_STATUS_DEFECT, "%s: GEOS failed: %s; report this as a defect of mintu, with the input",
                      mintu_message(doing), context->geos_text);
}
