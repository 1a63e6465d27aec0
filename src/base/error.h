/* Errors are born here and nowhere else. */
#ifndef BASE_ERROR_H
#define BASE_ERROR_H

#include "base/message.h"

#include <mintu/status.h>
#include <stddef.h>

/* Where in which input a failure stands. Zero and NULL mean "does not apply". */
typedef struct mintu_where {
    const char *source;
    int line, column;
} mintu_where;

/* Where the byte @p at of a text stands. */
mintu_where mintu_where_at(const char *source, const char *text, size_t at);

/* Fills *error (may be NULL) and returns @p status. */
mintu_status mintu_fail(mintu_error *error, mintu_status status, const char *format, ...) MINTU_PRINTF(3, 4);
mintu_status mintu_fail_at(mintu_error *error, mintu_status status, mintu_where where, const char *format, ...)
    MINTU_PRINTF(4, 5);

/* Out of memory while doing what @p doing says. In the header, so that whoever analyses a caller sees that it never
 * returns MINTU_STATUS_OK. */
static inline mintu_status mintu_fail_memory(mintu_error *error, const char *doing)
{
    mintu_fail(error, MINTU_STATUS_MEMORY, "memory ran out while %s; close other programs or use a smaller input",
               mintu_message(doing));
    return MINTU_STATUS_MEMORY;
}

#endif
