/* The rows of progress: by task, agency, unit and place. */
#ifndef TASK_PROGRESS_ROWS_H
#define TASK_PROGRESS_ROWS_H

#include "task/progress_state.h"

#include <mintu/progress.h>

/* Which tasks are wanted, by row of the table. */
typedef struct mintu_progress_choice {
    const bool *wanted;
    mintu_progress_by by;
    bool plain; /* without geometries */
} mintu_progress_choice;

mintu_status mintu_progress_rows(const mintu_progress_file *file, const mintu_progress_choice *choice, mintu_error *error,
                                 mintu_layer **out);

#endif
