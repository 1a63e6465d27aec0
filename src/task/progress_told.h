/* What is told of single rows of a table of progress. */
#ifndef TASK_PROGRESS_TOLD_H
#define TASK_PROGRESS_TOLD_H

#include <mintu/layer.h>

/* Rows are told up to a number, the rest is counted. */
typedef struct mintu_progress_told {
    mintu_layer *layer; /* kind, row, task, name, text */
    size_t total;
    size_t line, number; /* of the row at hand: its line, or where there are no lines its number from 1 */
    mintu_status status; /* the first failure */
    mintu_error *error;
} mintu_progress_told;

mintu_progress_told mintu_progress_told_new(mintu_context *context, mintu_error *error);

/* A finding about the row at hand. @p task and @p name are "" where there is none. */
void mintu_progress_tell(mintu_progress_told *told, const char *kind, const char *const about[2], const char *format, ...)
    MINTU_PRINTF(4, 5);

/* After the last row: how many were not told. */
mintu_status mintu_progress_told_end(mintu_progress_told *told);

#endif
