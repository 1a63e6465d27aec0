/* One run of a command, and the exit code that comes of it. */
#ifndef CONSOLE_RUN_H
#define CONSOLE_RUN_H

#include "console/command.h"

/* Runs a command with the words behind its name, and returns the exit code. An error is told on standard error, and what is wrong
 * with the output stands above findings: the code 1 promises that all was written. Standard output is closed afterwards. */
int cli_run(const cli_command *command, int count, char **words);

/* Ends a run whose whole answer was text on standard output, and returns the exit code. */
int cli_end_text(void);

#endif
