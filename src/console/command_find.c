#include "console/command_find.h"

#include "console/near_word.h"
#include "console/say.h"

#include <stdio.h>
#include <string.h>

/* Bytes of a name's first word. */
static size_t first_size(const char *name)
{
    return strcspn(name, " ");
}

static const char *second_word(const char *name)
{
    const char *space = strchr(name, ' ');
    return space ? space + 1 : NULL;
}

const cli_command *cli_command_find(int count, char **words, int *used)
{
    for (size_t i = 0; count > 0 && cli_commands[i]; i++) {
        const char *name = cli_commands[i]->name, *second = second_word(name);
        size_t first = first_size(name);
        if (strlen(words[0]) != first || strncmp(words[0], name, first) != 0)
            continue;
        if (second && (count < 2 || strcmp(words[1], second) != 0))
            continue;
        *used = second ? 2 : 1;
        return cli_commands[i];
    }
    return NULL;
}

bool cli_command_in_group(const cli_command *command, const char *group)
{
    size_t size = strlen(group);
    return size > 0 && strncmp(command->name, group, size) == 0 && command->name[size] == ' ';
}

bool cli_command_is_group(const char *word)
{
    for (size_t i = 0; cli_commands[i]; i++)
        if (cli_command_in_group(cli_commands[i], word))
            return true;
    return false;
}

/* A command is meant by a slip in its name, or of two words by the second alone, or by both with a slip in them. */
static const char *nearest_command(int count, char **words)
{
    cli_near near = {0};
    char both[64] = "";
    if (count > 1)
        snprintf(both, sizeof both, "%s %s", words[0], words[1]);
    for (size_t i = 0; cli_commands[i]; i++) {
        const char *name = cli_commands[i]->name, *second = second_word(name);
        cli_near own = {0};
        if (second && strcmp(second, words[0]) == 0)
            own = (cli_near){name, 0};
        cli_near_add(&own, second && both[0] ? both : words[0], name);
        if (own.word && (!near.word || own.distance < near.distance))
            near = own;
    }
    return near.word;
}

static void refuse_group(int count, char **words)
{
    char list[256] = "";
    cli_near near = {0};
    for (size_t i = 0; cli_commands[i]; i++)
        if (cli_command_in_group(cli_commands[i], words[0])) {
            const char *second = second_word(cli_commands[i]->name);
            snprintf(list + strlen(list), sizeof list - strlen(list), "%s%s", list[0] ? ", " : "", second);
            if (count > 1)
                cli_near_add(&near, words[1], second);
        }
    if (count < 2)
        cli_message("error: '%s' needs one of its commands: %s", words[0], list);
    else if (near.word)
        cli_message("error: '%s' has no command '%s'; did you mean '%s %s'?", words[0], words[1], words[0], near.word);
    else
        cli_message("error: '%s' has no command '%s'; it has %s", words[0], words[1], list);
    cli_message("try 'mintu %s --help'", words[0]);
}

int cli_command_refuse(int count, char **words)
{
    const char *nearest;
    if (words[0][0] == '-')
        cli_message("error: 'mintu' has no option '%s'; options stand behind a command, as in 'mintu places --help'", words[0]);
    else if (cli_command_is_group(words[0]))
        refuse_group(count, words);
    else if ((nearest = nearest_command(count, words)))
        cli_message("error: there is no command '%s'; did you mean '%s'? 'mintu --help' lists them all", words[0], nearest);
    else
        cli_message("error: there is no command '%s'; 'mintu --help' lists them", words[0]);
    return mintu_status_exit_code(MINTU_STATUS_USAGE);
}
