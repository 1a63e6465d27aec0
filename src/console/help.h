/* --help. */
#ifndef CONSOLE_HELP_H
#define CONSOLE_HELP_H

#include "console/command.h"

void cli_help_print(const cli_command *command); /* --help of one command */

void cli_help_list(void); /* --help of the program */

void cli_help_group(const char *word); /* --help of the commands of two words that begin with this one */

#endif
