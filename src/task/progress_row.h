/* Which task a row of a table of progress is about, and who reports. */
#ifndef TASK_PROGRESS_ROW_H
#define TASK_PROGRESS_ROW_H

#include "task/progress_data.h"

/* The first cell of the head's columns that says something, in @p out; false when none does. */
bool mintu_progress_text(const mintu_progress_file *file, mintu_progress_head head, size_t row, mintu_buffer *out);

enum { MINTU_PROGRESS_WHO = 32 }; /* agencies of one row */

typedef struct mintu_progress_who {
    size_t task;
    const char *agencies[MINTU_PROGRESS_WHO];
    size_t agency_count;
    const mintu_place *place;
} mintu_progress_who;

/* False when the row cannot be taken, which is told. */
bool mintu_progress_who_of(mintu_progress_file *file, size_t row, mintu_progress_who *out);

/* Fills the maps of tasks and agencies; false when memory ran out. */
bool mintu_progress_keys(mintu_progress_file *file);

#endif
