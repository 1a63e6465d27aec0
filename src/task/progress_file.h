/* A table of progress, read to the latest report of each task and of who reports on it. */
#ifndef TASK_PROGRESS_FILE_H
#define TASK_PROGRESS_FILE_H

#include "task/progress_data.h"

/* Reads the file. *out must be freed, also after a failure. */
mintu_status mintu_progress_file_load(const mintu_matrix *matrix, const char *path, int on, mintu_error *error,
                                      mintu_progress_file *out);
void mintu_progress_file_free(mintu_progress_file *file);

/* The reports on a task: *first and the number of them. */
size_t mintu_progress_reports(const mintu_progress_file *file, size_t task, size_t *first);

#endif
