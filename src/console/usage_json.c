#include "console/usage_json.h"

#include "console/arguments.h"
#include "console/option_words.h"
#include "console/say.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

/* jansson's *_new functions take the value that is handed over, and a value that could not be made is an error there: one check at
 * the end is enough. */
typedef struct usage {
    bool failed;
} usage;

static void put(usage *to, json_t *object, const char *key, json_t *value)
{
    if (json_object_set_new(object, key, value) != 0)
        to->failed = true;
}

static void push(usage *to, json_t *array, json_t *value)
{
    if (json_array_append_new(array, value) != 0)
        to->failed = true;
}

static json_t *choices_of(usage *to, const cli_option *option)
{
    json_t *words = json_array();
    char word[64];
    for (const char *at = option->value; at && (at = cli_option_word(at, word, sizeof word));)
        push(to, words, json_string(word));
    return words;
}

static json_t *option_of(usage *to, const cli_command *command, const cli_option *option)
{
    static const char *const uses[] = {[CLI_READ] = "read",           [CLI_READ_TABLE] = "read",
                                       [CLI_READ_LIST] = "read list", [CLI_READ_LAYER] = "read or layer",
                                       [CLI_WRITE] = "write",         [CLI_REPLACE] = "write folder",
                                       [CLI_UPDATE] = "update"};
    json_t *out = json_object();
    char letter[2] = {option->letter, '\0'};
    put(to, out, "name", json_string(option->name));
    if (option->letter)
        put(to, out, "letter", json_string(letter));
    if (option->value)
        put(to, out, "value", json_string(option->value));
    if (cli_option_has_words(option))
        put(to, out, "choices", choices_of(to, option));
    if (cli_option_use(command, option->name))
        put(to, out, "file", json_string(uses[cli_option_use(command, option->name)]));
    put(to, out, "summary", json_string(option->help));
    return out;
}

static json_t *examples_of(usage *to, const cli_command *command)
{
    json_t *out = json_array();
    for (int i = 0; i + 1 < 2 * CLI_LINES && command->examples[i]; i += 2) {
        json_t *example = json_object();
        put(to, example, "command", json_string(command->examples[i]));
        put(to, example, "does", json_string(command->examples[i + 1]));
        push(to, out, example);
    }
    return out;
}

static json_t *operands_of(usage *to, const cli_command *command)
{
    json_t *out = json_object();
    put(to, out, "words", json_string(command->operands));
    put(to, out, "least", json_integer(command->operands_min));
    if (command->operands_max >= 0)
        put(to, out, "most", json_integer(command->operands_max));
    return out;
}

static json_t *command_of(usage *to, const cli_command *command)
{
    json_t *out = json_object(), *description = json_array(), *options = json_array();
    for (int i = 0; i < CLI_LINES && command->description[i]; i++)
        push(to, description, json_string(command->description[i]));
    for (size_t i = 0; cli_option_at(command, i); i++)
        push(to, options, option_of(to, command, cli_option_at(command, i)));
    put(to, out, "name", json_string(command->name));
    put(to, out, "summary", json_string(command->summary));
    put(to, out, "description", description);
    put(to, out, "operands", operands_of(to, command));
    put(to, out, "options", options);
    put(to, out, "examples", examples_of(to, command));
    return out;
}

static json_t *program_of(usage *to)
{
    json_t *out = json_object(), *commands = json_array();
    for (size_t i = 0; cli_commands[i]; i++)
        push(to, commands, command_of(to, cli_commands[i]));
    put(to, out, "name", json_string("mintu"));
    put(to, out, "version", json_string(mintu_version()));
    put(to, out, "commands", commands);
    return out;
}

mintu_status cli_usage_json(const cli_command *command, mintu_error *error)
{
    usage to = {0};
    json_t *value = command ? command_of(&to, command) : program_of(&to);
    char *text = to.failed ? NULL : json_dumps(value, JSON_INDENT(2));
    json_decref(value);
    mintu_status status = text ? cli_result(text, error) : cli_fail_memory(error, "printing the usage");
    free(text);
    return status;
}
