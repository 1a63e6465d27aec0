/* The library says what is wrong and what is possible; which option does that is known here alone. */
#ifndef CONSOLE_HINT_H
#define CONSOLE_HINT_H

#include "console/command.h"

/* " with --OPTION …" for what a message of the library proposes, as far as the command has such options; else "". */
const char *cli_hint(const cli_command *command, const char *text);

#endif
