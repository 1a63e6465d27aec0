/* --help. */
#ifndef CLI_HELP_H
#define CLI_HELP_H

#include "cli/cli.h"

void cli_help_print(const cli_command *command); /* --help of one command */

void cli_help_list(void); /* --help of the program */

#endif
