#include <mintu/progress.h>

#include "base/argument.h"
#include "base/error.h"

mintu_status mintu_task_sheet_print(mintu_context *context, const mintu_gazetteer *gazetteer,
                                    const mintu_task_sheet_query *query, const char *path, mintu_error *error)
{
    if (MINTU_GIVEN(error, context, gazetteer, query, path) || MINTU_RESERVED_ZERO(error, query))
        return MINTU_STATUS_USAGE;
    return mintu_fail(error, MINTU_STATUS_USAGE, "not yet");
}
