/* What is asked of the links of tasks and places: who is charged, which belong together, how sure they are and by what rule. */
#ifndef TASK_TASK_LINKS_H
#define TASK_TASK_LINKS_H

#include "task/task_matrix.h"

/* The name under which the table of agencies has what @p text says: name, other or full name. Unknown is MINTU_STATUS_INPUT. */
mintu_status mintu_matrix_agency(const mintu_matrix *matrix, const char *text, mintu_error *error, const char **out);

/* True when the agency has a part in the task. */
bool mintu_matrix_charges(const mintu_matrix *matrix, size_t task, const char *agency);

/* Number of links from @p first on that are of the same task and place. */
size_t mintu_matrix_group(const mintu_matrix *matrix, size_t first);

/* Rules of the links of a group, joined, in Chinese (0) or English (1); the weakest certainty of the strongest link; sources. */
void mintu_matrix_rule(const mintu_matrix *matrix, size_t first, size_t count, int lang, mintu_buffer *out);

const char *mintu_matrix_certainty(const mintu_matrix *matrix, size_t first, size_t count);

const char *mintu_matrix_weaker(const char *one, const char *other); /* the less certain of two */

void mintu_matrix_source(const mintu_matrix *matrix, size_t first, size_t count, mintu_buffer *out);

#endif
