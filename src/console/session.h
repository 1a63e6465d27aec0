/* What commands work in: the context, the data package, and where that is found. */
#ifndef CONSOLE_SESSION_H
#define CONSOLE_SESSION_H

#include "console/command.h"

/* Opens both, or nothing when @p error tells of an option that is wrong. When it is done the error is clear. */
mintu_status cli_session_open(const cli_arguments *arguments, mintu_error *error, cli_session *out);

/* Also when opening failed. */
void cli_session_close(cli_session *session);

/* True when both paths lead to one file or folder. */
bool cli_data_is_same(const char *one, const char *other);

/* True for the package that stands beside the program or is installed with it. */
bool cli_data_is_bundled(const char *folder);

/* Folder of the data package: --data, else $MINTU_DATA, else beside the program, else the installed one. Static storage. */
const char *cli_data_folder(const cli_arguments *arguments);

#endif
