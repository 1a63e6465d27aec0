#include "console/complete.h"

#include "console/arguments.h"
#include "console/command_find.h"
#include "console/option_words.h"

#include <stdio.h>
#include <string.h>

static bool begins(const char *word, const char *typed)
{
    return strncmp(word, typed, strlen(typed)) == 0;
}

static void offer(const char *before, const char *word, const char *does, const char *typed)
{
    if (begins(word, typed))
        printf("%s%s\t%s\n", before, word, does);
}

/* The first words of commands, each once, or the second ones of the group @p group. */
static void offer_commands(const char *group, const char *typed)
{
    char last[64] = "";
    size_t skipped = group ? strlen(group) + 1 : 0;
    for (size_t i = 0; cli_commands[i]; i++) {
        const char *name = cli_commands[i]->name;
        if (group && !cli_command_in_group(cli_commands[i], group))
            continue;
        char word[64];
        snprintf(word, sizeof word, "%.*s", (int)strcspn(name + skipped, " "), name + skipped);
        bool one_of_several = !group && strchr(name, ' ');
        if (strcmp(word, last) != 0)
            offer("", word, one_of_several ? "commands of this name" : cli_commands[i]->summary, typed);
        snprintf(last, sizeof last, "%s", word);
    }
}

static void offer_options(const cli_command *command, const char *typed)
{
    for (size_t i = 0; cli_option_at(command, i); i++)
        offer("--", cli_option_at(command, i)->name, cli_option_at(command, i)->help, typed);
}

static void offer_files(cli_use use)
{
    if (use == CLI_REPLACE)
        puts(":folders");
    else if (use)
        puts(":files");
}

/* @p before: what stands in the same word before the value, "--lang=". */
static void offer_values(const cli_command *command, const cli_option *option, const char *before, const char *typed)
{
    char word[64];
    for (const char *at = option->value; cli_option_has_words(option) && (at = cli_option_word(at, word, sizeof word));)
        offer(before, word, "", typed);
    if (strcmp(option->value, "DIR") == 0)
        puts(":folders");
    else
        offer_files(cli_option_use(command, option->name));
}

/* The option that @p word is, or that its letter is; NULL when it is none. @p size: the bytes of its name. */
static const cli_option *option_of(const cli_command *command, const char *word, size_t size)
{
    for (size_t i = 0; word[0] == '-' && cli_option_at(command, i); i++) {
        const cli_option *option = cli_option_at(command, i);
        if (word[1] == '-' && size == strlen(option->name) && strncmp(word + 2, option->name, size) == 0)
            return option;
        if (word[1] != '-' && word[1] && !word[2] && word[1] == option->letter)
            return option;
    }
    return NULL;
}

static void complete_command(const cli_command *command, int count, char **words)
{
    const char *typed = words[count - 1], *equals = strchr(typed, '=');
    const cli_option *before = count > 1 ? option_of(command, words[count - 2], strlen(words[count - 2]) - 2) : NULL;
    const cli_option *within = equals && begins(typed, "--") ? option_of(command, typed, (size_t)(equals - typed) - 2) : NULL;
    char own[128];
    if (before && before->value) {
        offer_values(command, before, "", typed);
    } else if (within && within->value) {
        snprintf(own, sizeof own, "%.*s", (int)(equals - typed) + 1, typed);
        offer_values(command, within, own, equals + 1);
    } else if (begins(typed, "--")) {
        offer_options(command, typed + 2);
    } else if (strcmp(typed, "-") == 0) {
        offer_options(command, "");
    } else {
        offer_files(cli_option_use(command, ""));
    }
}

void cli_complete(int count, char **words)
{
    if (count < 1)
        return;
    int used = 0, help = count > 1 && strcmp(words[0], "help") == 0;
    const cli_command *command = help ? NULL : cli_command_find(count - 1, words, &used);
    const char *typed = words[count - 1];
    if (command)
        complete_command(command, count - used, words + used);
    else if (count - help == 1)
        offer_commands(NULL, typed);
    else if (count - help == 2 && cli_command_is_group(words[help]))
        offer_commands(words[help], typed);
    if (count == 1 && !help) {
        offer("", "help", "what a command does", typed);
        offer("", "--help", "what there is", typed);
        offer("", "--version", "which version this is", typed);
    }
}
