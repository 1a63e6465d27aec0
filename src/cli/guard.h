/* One guard for all files of a command: what is written is neither read by it nor written twice. */
#ifndef CLI_GUARD_H
#define CLI_GUARD_H

#include "cli/cli.h"

/* A file of a command beside those that its options and operands name. */
typedef struct cli_file {
    const char *what; /* in messages: "the source" */
    const char *path;
    cli_use use;
} cli_file;

/* Refuses, as wrong usage, a file that is written and also read or written again, by whatever name or link; a file of the data
 * package; two outputs to standard output, two inputs from standard input. Files that are updated in place are so declared in the
 * command's table. Nothing is opened. @p more may be NULL when @p count is 0. */
mintu_status cli_guard(const cli_arguments *arguments, const cli_file *more, size_t count, mintu_error *error);

#endif
