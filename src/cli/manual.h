/* The manual pages, made of what --help says. */
#ifndef CLI_MANUAL_H
#define CLI_MANUAL_H

#include "cli/cli.h"

void cli_manual_print(const cli_command *command, const char *date); /* manual page in man(7); NULL: the program's */

#endif
