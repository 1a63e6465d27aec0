/* All that the program says to people, and the only place that prints a text which came from elsewhere. */
#ifndef CONSOLE_SAY_H
#define CONSOLE_SAY_H

#include "console/command.h"

/* A line on standard output. */
void cli_line(const char *format, ...) MINTU_PRINTF(1, 2);

/* A result for programs (JSON, the name of a file) and its line feed: exactly as it is, unless standard output is a terminal. */
mintu_status cli_result(const char *text, mintu_error *error);

/* A result that has the colours of a terminal, and what a terminal would obey besides them made visible already. */
void cli_result_coloured(const char *text);

/* True when standard output is a terminal that may have colours: not with NO_COLOR (https://no-color.org) or on a dumb one. */
bool cli_colours(void);

/* A cell of a table, on the heap; NULL when memory ran out. */
char *cli_visible(const char *text);

/* A line on standard error: "mintu: …". */
void cli_message(const char *format, ...) MINTU_PRINTF(1, 2);

/* "mintu: error: SOURCE:LINE:COLUMN: …", with the options of @p command (NULL: of none) that its text is about. */
void cli_error_print(const cli_command *command, const mintu_error *error);

/* A line on standard error, also with --quiet, as exit code 1 promises it: "mintu: finding: …". */
void cli_finding(const char *format, ...) MINTU_PRINTF(1, 2);

/* A line on standard error, unless --quiet: "mintu: note: …". */
void cli_note(const cli_arguments *arguments, const char *format, ...) MINTU_PRINTF(2, 3);

#endif
