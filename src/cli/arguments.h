/* The words of a command line: options, their values and operands. */
#ifndef CLI_ARGUMENTS_H
#define CLI_ARGUMENTS_H

#include "cli/cli.h"

/* Parses what follows the command's name. A wrong option is MINTU_STATUS_USAGE. */
mintu_status cli_arguments_parse(const cli_command *command, int count, char **words, mintu_error *error, cli_arguments *out);

/* Value of option @p name, "" for a switch that is given, NULL when it is not given. */
const char *cli_option_value(const cli_arguments *arguments, const char *name);

/* Value of an option as a date YYYYMMDD; @p fallback when it is not given. */
mintu_status cli_option_date(const cli_arguments *arguments, const char *name, int fallback, mintu_error *error, int *out);

/* Value of an option as one of the words (ends with NULL): its index, or @p fallback when it is not given. */
mintu_status cli_option_choice(const cli_arguments *arguments, const char *name, const char *const *words, int fallback,
                               mintu_error *error, int *out);

/* Value of an option as a number within bounds; @p fallback when it is not given. */
mintu_status cli_option_number(const cli_arguments *arguments, const char *name, const double bounds[2], double fallback,
                               mintu_error *error, double *out);

/* Wrong usage: MINTU_STATUS_USAGE with this text. */
mintu_status cli_usage(mintu_error *error, const char *format, ...) MINTU_PRINTF(2, 3);

#endif
