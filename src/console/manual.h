/* The manual pages, made of what --help says. */
#ifndef CONSOLE_MANUAL_H
#define CONSOLE_MANUAL_H

#include "console/command.h"

void cli_manual_print(const cli_command *command, const char *date); /* manual page in man(7); NULL: the program's */

#endif
