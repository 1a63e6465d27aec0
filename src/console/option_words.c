#include "console/option_words.h"

#include <stdio.h>
#include <string.h>

bool cli_option_has_words(const cli_option *option)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789-|";
    return option->value && strchr(option->value, '|') && option->value[strspn(option->value, letters)] == '\0';
}

const char *cli_option_word(const char *at, char *word, size_t size)
{
    size_t length = strcspn(at, "|");
    if (length == 0)
        return NULL;
    snprintf(word, size, "%.*s", (int)length, at);
    return at + length + (at[length] == '|');
}

cli_use cli_option_use(const cli_command *command, const char *name)
{
    if (strcmp(name, "output") == 0)
        return CLI_WRITE;
    for (size_t i = 0; i < CLI_FILES && command->files[i].option; i++)
        if (strcmp(command->files[i].option, name) == 0)
            return command->files[i].use;
    return 0;
}
