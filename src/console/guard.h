/* One guard for all files of a command: what is written is neither read by it nor written twice. */
#ifndef CONSOLE_GUARD_H
#define CONSOLE_GUARD_H

#include "console/guard_files.h"

/* Refuses, as wrong usage, a file that is written and also read or written again, by whatever name or link, also by way of standard
 * input or output; a file of the data package, or one that is read beside another (x.dbf with x.shp); two outputs to standard
 * output, two inputs from standard input. Files that are updated in place are so declared in the command's table. Of all files but
 * datapackage.json, none is opened. @p more may be NULL when @p count is 0. */
mintu_status cli_guard(const cli_arguments *arguments, const cli_file *more, size_t count, mintu_error *error);

#endif
