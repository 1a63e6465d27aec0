/* How far a task has come on a day, as a whole, for an agency and for a place. */
#ifndef TASK_PROGRESS_STATE_H
#define TASK_PROGRESS_STATE_H

#include "task/progress_file.h"

/* Each task is one of these. */
typedef enum mintu_progress_status {
    MINTU_PROGRESS_DONE = 0,
    MINTU_PROGRESS_UNDER_WAY,
    MINTU_PROGRESS_NOT_STARTED,
    MINTU_PROGRESS_OVERDUE,      /* not done when its deadline was past, or late by its own report */
    MINTU_PROGRESS_NOT_REPORTED, /* and without a deadline */
    MINTU_PROGRESS_NOT_DUE,      /* not reported, and the deadline is still to come */
    MINTU_PROGRESS_STATUS_END    /* sentinel */
} mintu_progress_status;

/* The word of a column, and in Chinese. */
const char *mintu_progress_status_text(mintu_progress_status status);
const char *mintu_progress_status_zh(mintu_progress_status status);

/* The task as a whole: the lead agencies speak for it, without one all of its agencies; without a report of theirs its places. A report
 * of nobody's is everybody's. */
mintu_progress_status mintu_progress_task(const mintu_progress_file *file, size_t task);

/* An agency's part: its own report, or one of nobody's; without one a task that is done is done for all. */
mintu_progress_status mintu_progress_agency(const mintu_progress_file *file, size_t task, const char *agency);

/* The same of a place: its own report, that of a unit above it, those of places in it; without one that of the agencies. */
mintu_progress_status mintu_progress_place(const mintu_progress_file *file, size_t task, const mintu_place *place);

/* The same without the agencies. */
mintu_progress_status mintu_progress_place_itself(const mintu_progress_file *file, size_t task, const mintu_place *place);

/* The agency's own report on the task, or NULL. */
const mintu_progress_report *mintu_progress_report_of(const mintu_progress_file *file, size_t task, const char *agency);

/* The latest report on the task, or NULL; of one day the one that stands later. */
const mintu_progress_report *mintu_progress_latest(const mintu_progress_file *file, size_t task);

#endif
