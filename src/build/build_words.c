#define _GNU_SOURCE /* asprintf() */
#include "build/build_words.h"

#include "console/arguments.h"
#include "console/option_words.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static bool fail(cli_build_words *to, const char *format, const char *name)
{
    snprintf(to->problem, sizeof to->problem, format, name);
    return false;
}

static const cli_option *own_option(const cli_command *command, const char *name)
{
    for (size_t i = 0; i < CLI_OPTIONS && command->options[i].name; i++)
        if (strcmp(command->options[i].name, name) == 0)
            return &command->options[i];
    return NULL;
}

static bool writes_table(const cli_command *command)
{
    const cli_option *output = own_option(command, "output"), *format = own_option(command, "format");
    return output && strcmp(output->value, "FILE") == 0 && format && strstr(format->value, "csv") &&
           !strchr(command->name, ' ');
}

const cli_command *cli_build_command(const char *name)
{
    for (size_t i = 0; cli_commands[i]; i++)
        if (strcmp(cli_commands[i]->name, name) == 0 && writes_table(cli_commands[i]))
            return cli_commands[i];
    return NULL;
}

/* What is there must lie in the folder when links are resolved; what is not cannot be read. */
static bool resolves_inside(const char *folder, const char *path)
{
    char *joined = NULL, *home = realpath(folder, NULL);
    if (asprintf(&joined, "%s/%.*s", folder, (int)strcspn(path, "|"), path) < 0)
        joined = NULL;
    char *real = joined ? realpath(joined, NULL) : NULL;
    size_t size = home ? strlen(home) : 0;
    bool inside = home && joined && (!real || (strncmp(real, home, size) == 0 && (real[size] == '/' || !real[size])));
    free(joined);
    free(home);
    free(real);
    return inside;
}

bool cli_build_path_is_inside(const char *folder, const char *path)
{
    bool inside = path[0] && path[0] != '/' && !strchr(path, ':');
    for (const char *part = path; part && inside; part = strchr(part, '/')) {
        part += *part == '/';
        inside = strncmp(part, "..", 2) != 0 || (part[2] && part[2] != '/');
    }
    return inside && resolves_inside(folder, path);
}

static bool add_word(cli_build_words *to, const char *word)
{
    return json_array_append_new(to->words, json_string(word)) == 0 || fail(to, "memory ran out%s", "");
}

/* Each of a list with commas between, of which a layer's name is one that has no . or /. */
static bool files_inside(const cli_build_words *to, cli_use use, const char *value)
{
    bool inside = true;
    char *list = strdup(value), *rest = list, *file;
    while (list && inside && (file = use == CLI_READ_LIST ? strsep(&rest, ",") : rest)) {
        bool named = use == CLI_READ || use == CLI_READ_TABLE || strpbrk(file, "./:");
        inside = !named || cli_build_path_is_inside(to->folder, file);
        if (use != CLI_READ_LIST)
            break;
    }
    free(list);
    return list && inside;
}

static bool check_file(cli_build_words *to, const char *option, const char *value)
{
    cli_use use = cli_option_use(to->command, option);
    if (use >= CLI_WRITE)
        return fail(to, "option '%s' writes a file of its own, which a build does not keep; leave it out", option);
    if (use != 0 && !to->elsewhere && !files_inside(to, use, value))
        return fail(to, "'%s' is no file of the data package; only --allow-files lets one outside it be named", value);
    return true;
}

static bool add_value(cli_build_words *to, const char *name, const json_t *value)
{
    char number[40], dashed[80];
    if (json_is_integer(value))
        snprintf(number, sizeof number, "%lld", (long long)json_integer_value(value));
    const char *text = json_is_integer(value) ? number : json_string_value(value);
    if (!text || !*text)
        return fail(to, "option '%s' needs a text or a whole number; write other numbers as texts", name);
    if (!check_file(to, name, text))
        return false;
    snprintf(dashed, sizeof dashed, "--%s", name);
    return add_word(to, dashed) && add_word(to, text);
}

/* What a build decides itself, or what would keep it from an output. */
static bool is_ours(const char *name)
{
    static const char *const ours[] = {"output", "format", "json", "list"};
    for (size_t i = 0; i < sizeof ours / sizeof *ours; i++)
        if (strcmp(name, ours[i]) == 0)
            return true;
    return false;
}

static bool add_option(cli_build_words *to, const char *name, const json_t *value)
{
    const cli_option *option = own_option(to->command, name);
    char dashed[80];
    if (!option && strcmp(name, "lang") == 0)
        return add_value(to, name, value);
    if (!option || is_ours(name))
        return fail(to, option ? "option '%s' is for the build to decide; leave it out" : "the command has no option '%s'",
                    name);
    if (option->value)
        return add_value(to, name, value);
    if (!json_is_true(value))
        return fail(to, "option '%s' is a switch: expected true", name);
    snprintf(dashed, sizeof dashed, "--%s", name);
    return add_word(to, dashed);
}

/* The options whose help says "today by default". */
static bool add_day(cli_build_words *to, const json_t *options)
{
    char day[16];
    time_t now = time(NULL);
    struct tm local;
    const char *option = strcmp(to->command->name, "geocode") == 0 ? "as-of"
                         : json_object_get(options, "progress")    ? "on"
                                                                   : NULL;
    if (!option || json_object_get(options, option) || !localtime_r(&now, &local))
        return true;
    strftime(day, sizeof day, "%Y-%m-%d", &local);
    json_t *value = json_string(day);
    bool good = value && add_option(to, option, value);
    json_decref(value);
    return good;
}

static bool add_operands(cli_build_words *to, const json_t *operands)
{
    for (size_t i = 0; i < json_array_size(operands); i++) {
        const char *word = json_string_value(json_array_get(operands, i));
        if (!word || !*word || *word == '-')
            return fail(to, "operand '%s' cannot be taken: expected a text that does not begin with -", word ? word : "");
        if (!check_file(to, "", word) || !add_word(to, word))
            return false;
    }
    return true;
}

bool cli_build_words_add(cli_build_words *to, const json_t *operands, const json_t *options)
{
    if (!add_operands(to, operands))
        return false;
    for (void *at = json_object_iter((json_t *)(uintptr_t)options); at;
         at = json_object_iter_next((json_t *)(uintptr_t)options, at))
        if (!add_option(to, json_object_iter_key(at), json_object_iter_value(at)))
            return false;
    return add_day(to, options);
}
