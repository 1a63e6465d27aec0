/* What has been reported on tasks, and the sheet to report on: `tasks --progress` and `tasks --sheet`. */
#ifndef CLI_TASKS_PROGRESS_H
#define CLI_TASKS_PROGRESS_H

#include "console/command.h"

/* The options that only these two have, read first of all; wrong ones are told in the error. */
void cli_tasks_check(const cli_arguments *arguments, mintu_error *error);

/* @p tasks says which tasks. */
mintu_status cli_tasks_progress(const cli_arguments *arguments, const cli_session *session, const mintu_tasks_query *tasks,
                                mintu_error *error);

mintu_status cli_tasks_sheet(const cli_arguments *arguments, const cli_session *session, const mintu_tasks_query *tasks,
                             mintu_error *error);

#endif
