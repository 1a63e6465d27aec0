/* The words of a command line: options, their values and operands. */
#ifndef CONSOLE_ARGUMENTS_H
#define CONSOLE_ARGUMENTS_H

#include "console/command.h"

/* Parses what follows the command's name. A wrong option is MINTU_STATUS_USAGE. */
mintu_status cli_arguments_parse(const cli_command *command, int count, char **words, mintu_error *error, cli_arguments *out);

/* The command's options one after the other, those that all commands have behind its own; NULL behind the last. */
const cli_option *cli_option_at(const cli_command *command, size_t index);

/* Value of option @p name, "" for a switch that is given, NULL when it is not given. */
const char *cli_option_value(const cli_arguments *arguments, const char *name);

/* The functions that read a value return @p fallback for an option that is not given, and for one that is wrong, which is then in
 * the error as by cli_usage_first(): options are read one after the other, and the first that is wrong is told. The error must be
 * clear at the beginning; cli_session_open() opens nothing when it is not. */

/* A date YYYYMMDD. */
int cli_option_date(const cli_arguments *arguments, const char *name, int fallback, mintu_error *error);

/* One of the words (ends with NULL): its index. */
int cli_option_choice(const cli_arguments *arguments, const char *name, const char *const *words, int fallback,
                      mintu_error *error);

/* A number within bounds. */
double cli_option_number(const cli_arguments *arguments, const char *name, const double bounds[2], double fallback,
                         mintu_error *error);

/* What coordinates stand in, --datum; WGS 84 when it is not given. */
mintu_datum cli_option_datum(const cli_arguments *arguments, mintu_error *error);

/* Wrong usage: MINTU_STATUS_USAGE with this text. */
mintu_status cli_usage(mintu_error *error, const char *format, ...) MINTU_PRINTF(2, 3);

/* The same where no error is told yet: one that is stays, and is the answer. */
mintu_status cli_usage_first(mintu_error *error, const char *format, ...) MINTU_PRINTF(2, 3);

/* MINTU_STATUS_MEMORY: "memory ran out while …". */
mintu_status cli_fail_memory(mintu_error *error, const char *doing);

#endif
