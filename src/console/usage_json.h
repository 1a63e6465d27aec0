/* The tables of commands and options as JSON, for programs that build on the command line: editors, completions, bindings. */
#ifndef CONSOLE_USAGE_JSON_H
#define CONSOLE_USAGE_JSON_H

#include "console/command.h"

/* Prints one object on standard output: name, summary, usage, description, operands, options (name, letter, value, choices, file,
 * summary), examples (command, does); of the program (@p command NULL) name, version and commands, an array of these. */
mintu_status cli_usage_json(const cli_command *command, mintu_error *error);

#endif
