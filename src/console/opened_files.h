/* Which files a run opens, told to the `mintu build` that started it. What a library opens by itself (fonts and their settings, icons,
 * proj.db, GDAL's drivers) counts too: the program defines open(), fopen() and their kin, which are then called in place of the C
 * library's by all that is in the process, and hand on to them. */
#ifndef CONSOLE_OPENED_FILES_H
#define CONSOLE_OPENED_FILES_H

#include <stddef.h>
#include <sys/stat.h>

/* Set by `mintu build` for the runs that it starts: DESCRIPTOR:PROCESS, where to tell it and who asks. */
#define CLI_OPENED_VARIABLE "MINTU_OPENED_FILES"

enum { CLI_STAMP = 120 };

/* Size, file and times: another content has another stamp, unless it came within a tick of the clock. */
void cli_opened_stamp(const struct stat *there, char out[CLI_STAMP]);

/* When this run was started by a build: from here on each regular file that is opened is told, as KIND STAMP PATH with a NUL behind it:
 * 'r' to be read, 'w' to be written; at the end the program and the libraries that it was made of. The run ends when the build does. */
void cli_opened_begin(void);

#endif
