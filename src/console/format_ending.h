/* The format that is asked for, and the one that the output's ending says. */
#ifndef CONSOLE_FORMAT_ENDING_H
#define CONSOLE_FORMAT_ENDING_H

#include "console/command.h"

/* MINTU_STATUS_USAGE when --format (or --json) and the ending of --output name different formats: the file would hold another than it
 * says. An ending that is none of a format says nothing. */
mintu_status cli_format_ending_check(const cli_arguments *arguments, mintu_error *error);

#endif
