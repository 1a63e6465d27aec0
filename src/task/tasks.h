/* Which tasks a query asks for. */
#ifndef TASK_TASKS_H
#define TASK_TASKS_H

#include "task/task_matrix.h"

/* True when the task is one of those asked for, but for the place; @p agency is the name that the table has for that of the query, or
 * NULL. */
bool mintu_tasks_wants(const mintu_matrix *matrix, const mintu_tasks_query *query, const char *agency, size_t task);

/* The rows of mintu_tasks_list() from a matrix that is open, for who asks of many places. *out is freed by the caller in any case. */
mintu_status mintu_tasks_rows(const mintu_matrix *matrix, const mintu_tasks_query *query, mintu_error *error,
                              mintu_layer **out);

#endif
