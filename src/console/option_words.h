/* What an option's value may be, as far as its table says. */
#ifndef CONSOLE_OPTION_WORDS_H
#define CONSOLE_OPTION_WORDS_H

#include "console/command.h"

#include <stddef.h>

/* True for a value such as "zh|en": one of these words. Words in capitals stand for something else. */
bool cli_option_has_words(const cli_option *option);

/* The next word of such a value, cut at @p size; NULL behind the last one. */
const char *cli_option_word(const char *at, char *word, size_t size);

/* What the command does with the file that option @p name ("" for the operands) names; 0 when it names none. */
cli_use cli_option_use(const cli_command *command, const char *name);

#endif
