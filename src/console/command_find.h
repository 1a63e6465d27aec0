/* Which command the first words of a line name, and what is said when they name none. */
#ifndef CONSOLE_COMMAND_FIND_H
#define CONSOLE_COMMAND_FIND_H

#include "console/command.h"

/* The command that the words begin with; a name of two words ("data check") takes both. NULL when there is none. */
const cli_command *cli_command_find(int count, char **words, int *used);

/* True when @p word is the first of commands of two words: "data". */
bool cli_command_is_group(const char *word);

/* True when the command is one of that group. */
bool cli_command_in_group(const cli_command *command, const char *group);

/* Says on standard error that the words are no command, with the nearest one, and returns the exit code. */
int cli_command_refuse(int count, char **words);

#endif
