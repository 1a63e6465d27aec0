/* What a cell says of a task's state. */
#ifndef TASK_PROGRESS_CELL_H
#define TASK_PROGRESS_CELL_H

#include "task/progress_words.h"

/* The state of a cell, which words, a percentage or both say. What is done in part is under way; what is not understood as a whole is
 * not guessed. A cell of a column of percentages may be a bare number. */
mintu_progress_state mintu_progress_state_of(const mintu_progress_words *words, const char *cell, bool percent);

#endif
