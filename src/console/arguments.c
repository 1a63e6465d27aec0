#define _GNU_SOURCE
#include "console/arguments.h"

#include "console/command.h"
#include "console/language.h"
#include "console/near_word.h"

#include <errno.h>
#include <getopt.h>
#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const cli_option cli_common_options[] = {
    {"data", 0, "DIR", "Use the data package in this folder"},
    {"allow-files", 0, NULL, "Let a style or data package name files outside its folder, never the network"},
    {"lang", 0, "zh|en", "Language of maps (zh by default), of what is said and of texts in answers (the locale's by default)"},
    {"quiet", 'q', NULL, "Keep notes and progress off standard error"},
    {"help", 'h', NULL, "Show this help"},
    {"json-usage", 0, NULL, "Show this help as JSON, for programs"},
    {0},
};

static mintu_status fail_usage(mintu_error *error, const char *format, va_list list)
{
    *error = (mintu_error){.status = MINTU_STATUS_USAGE};
    vsnprintf(error->text, sizeof error->text, cli_text(format), list);
    return MINTU_STATUS_USAGE;
}

mintu_status cli_usage(mintu_error *error, const char *format, ...)
{
    va_list list;
    va_start(list, format);
    mintu_status status = fail_usage(error, format, list);
    va_end(list);
    return status;
}

mintu_status cli_usage_first(mintu_error *error, const char *format, ...)
{
    va_list list;
    va_start(list, format);
    mintu_status status = error->status == MINTU_STATUS_OK ? fail_usage(error, format, list) : error->status;
    va_end(list);
    return status;
}

mintu_status cli_fail_memory(mintu_error *error, const char *doing)
{
    *error = (mintu_error){.status = MINTU_STATUS_MEMORY};
    snprintf(error->text, sizeof error->text, cli_text("memory ran out while %s"), cli_text(doing));
    return MINTU_STATUS_MEMORY;
}

const cli_option *cli_option_at(const cli_command *command, size_t index)
{
    size_t own = 0;
    while (own < CLI_OPTIONS && command->options[own].name)
        own++;
    const cli_option *option = index < own ? &command->options[index] : &cli_common_options[index - own];
    return option->name ? option : NULL;
}

/* getopt_long()'s tables from ours; the value that it returns is the option's index, offset past the characters. */
enum { FIRST = 1000 };
static void make_tables(const cli_command *command, struct option *longs, char *shorts)
{
    *shorts++ = '-'; /* operands are given out in their place, so that the word at hand is known */
    *shorts++ = ':';
    for (size_t i = 0; cli_option_at(command, i); i++) {
        const cli_option *option = cli_option_at(command, i);
        longs[i] = (struct option){option->name, option->value ? required_argument : no_argument, NULL, FIRST + (int)i};
        longs[i + 1] = (struct option){0};
        if (option->letter) {
            *shorts++ = option->letter;
            if (option->value)
                *shorts++ = ':';
        }
    }
    *shorts = '\0';
}

static int index_of_letter(const cli_command *command, int letter)
{
    for (size_t i = 0; cli_option_at(command, i); i++)
        if (cli_option_at(command, i)->letter == letter)
            return (int)i;
    return -1;
}

/* NULL when no option is like the @p size bytes of a word. */
static const char *nearest_option(const cli_command *command, const char *word, int size)
{
    cli_near near = {0};
    char typed[64];
    snprintf(typed, sizeof typed, "%.*s", size, word);
    for (size_t i = 0; cli_option_at(command, i); i++)
        cli_near_add(&near, typed, cli_option_at(command, i)->name);
    return near.word;
}

/* A long option that is none, or the beginning of several. */
static mintu_status refuse_long(const cli_command *command, const char *word, mintu_error *error)
{
    char list[256] = "";
    int size = (int)strcspn(word, "="), found = 0;
    for (size_t i = 0; size > 2 && cli_option_at(command, i); i++)
        if (strncmp(cli_option_at(command, i)->name, word + 2, (size_t)size - 2) == 0) {
            size_t filled = strlen(list);
            snprintf(list + filled, sizeof list - filled, "%s--%s", found++ ? ", " : "", cli_option_at(command, i)->name);
        }
    if (found > 1)
        return cli_usage(error, "'%.*s' may be one of %s; write out which", size, word, list);
    const char *near = nearest_option(command, word + 2, size - 2);
    return near ? cli_usage(error, "'%s' has no option '%.*s'; did you mean '--%s'?", command->name, size, word, near)
                : cli_usage(error, "'%s' has no option '%.*s'", command->name, size, word);
}

/* One letter of a word such as -qz, which may be of several bytes. */
static mintu_status refuse_letter(const cli_command *command, const char *word, mintu_error *error)
{
    const char *letter = strchr(word + 1, optopt);
    int size = 1;
    while (letter && ((unsigned char)letter[0] & 0xC0) == 0xC0 && ((unsigned char)letter[size] & 0xC0) == 0x80)
        size++;
    return cli_usage(error, "'%s' has no option '-%.*s'", command->name, size, letter ? letter : "");
}

static mintu_status refuse(const cli_command *command, int found, const char *word, mintu_error *error)
{
    bool is_long = optopt >= FIRST;
    const cli_option *option = is_long ? cli_option_at(command, (size_t)(optopt - FIRST)) : NULL;
    if (found == ':')
        return is_long ? cli_usage(error, "option '--%s' needs a value, %s", option->name, option->value)
                       : cli_usage(error, "option '-%c' needs a value, %s", optopt,
                                   cli_option_at(command, (size_t)index_of_letter(command, optopt))->value);
    if (is_long)
        return cli_usage(error, "option '--%s' takes no value, but '%s' gives one", option->name, word);
    return strncmp(word, "--", 2) == 0 ? refuse_long(command, word, error) : refuse_letter(command, word, error);
}

static mintu_status check_operands(const cli_arguments *arguments, mintu_error *error)
{
    const cli_command *command = arguments->command;
    if (arguments->operand_count < command->operands_min)
        return cli_usage(error, "'%s' needs %s", command->name, command->operands);
    if (command->operands_max >= 0 && arguments->operand_count > command->operands_max)
        return cli_usage(error, "'%s' takes no more than %d name%s, and '%s' is one too many", command->name,
                         command->operands_max, command->operands_max == 1 ? "" : "s",
                         arguments->operands[command->operands_max]);
    return MINTU_STATUS_OK;
}

/* getopt would take -118.5 for options; numbers get another first character while it looks, and their sign back afterwards. */
enum { HIDDEN = 1 };
static void swap_signs(int count, char **words, char from, char to)
{
    for (int i = 0; i < count; i++)
        if (words[i][0] == from && (words[i][1] == '.' || (words[i][1] >= '0' && words[i][1] <= '9')))
            words[i][0] = to;
}

/* Takes options into out->values and moves operands to the front of the words. */
static mintu_status take_words(int count, char **words, mintu_error *error, cli_arguments *out)
{
    enum { OPERAND = 1 };
    struct option longs[CLI_OPTIONS + 8] = {0};
    char shorts[3 * CLI_OPTIONS];
    int found, at = 1, operands = 0;
    make_tables(out->command, longs, shorts);
    opterr = 0;
    optind = 0;
    while ((found = getopt_long(count + 1, words - 1, shorts, longs, NULL)) != -1) {
        if (found == ':' || found == '?')
            return refuse(out->command, found, words[at - 1], error);
        if (found == OPERAND)
            words[operands++] = optarg;
        else
            out->values[found >= FIRST ? found - FIRST : index_of_letter(out->command, found)] = optarg ? optarg : "";
        at = optind;
    }
    for (at = optind; at <= count; at++)
        words[operands++] = words[at - 1];
    out->operands = (const char *const *)words;
    out->operand_count = operands;
    return MINTU_STATUS_OK;
}

/* An empty value is none, but of a text, which may be taken away by it. */
static mintu_status check_values(const cli_arguments *arguments, mintu_error *error)
{
    const cli_option *option;
    for (size_t i = 0; (option = cli_option_at(arguments->command, i)); i++)
        if (option->value && arguments->values[i] && !arguments->values[i][0] && strcmp(option->value, "TEXT") != 0)
            return cli_usage(error, "option '--%s' needs a value, %s, and the one given is empty", option->name, option->value);
    return MINTU_STATUS_OK;
}

mintu_status cli_arguments_parse(const cli_command *command, int count, char **words, mintu_error *error, cli_arguments *out)
{
    static const char *const languages[] = {"zh", "en", NULL};
    *out = (cli_arguments){.command = command};
    swap_signs(count, words, '-', HIDDEN);
    mintu_status status = take_words(count, words, error, out);
    swap_signs(count, words, HIDDEN, '-');
    if (status != MINTU_STATUS_OK || cli_option_value(out, "help") || cli_option_value(out, "json-usage"))
        return status;
    check_values(out, error);
    cli_option_choice(out, "lang", languages, 0, error);
    return error->status == MINTU_STATUS_OK ? check_operands(out, error) : error->status;
}

const char *cli_option_value(const cli_arguments *arguments, const char *name)
{
    for (size_t i = 0; cli_option_at(arguments->command, i); i++)
        if (strcmp(cli_option_at(arguments->command, i)->name, name) == 0)
            return arguments->values[i];
    return NULL;
}

int cli_option_date(const cli_arguments *arguments, const char *name, int fallback, mintu_error *error)
{
    const char *value = cli_option_value(arguments, name);
    int date = fallback;
    if (value && !mintu_date_parse(value, &date))
        cli_usage_first(error, "--%s '%s' is not a date; expected YYYY-MM-DD, for example 2014-11-01", name, value);
    return date;
}

int cli_option_choice(const cli_arguments *arguments, const char *name, const char *const *words, int fallback,
                      mintu_error *error)
{
    const char *value = cli_option_value(arguments, name);
    char list[256] = "";
    cli_near near = {0};
    for (int i = 0; value && words[i]; i++) {
        cli_near_add(&near, value, words[i]);
        if (strcmp(words[i], value) == 0)
            return i;
        strncat(list, i ? ", " : "", sizeof list - strlen(list) - 1);
        strncat(list, words[i], sizeof list - strlen(list) - 1);
    }
    if (value && near.word)
        cli_usage_first(error, "--%s '%s' is not known; did you mean '%s'? Expected one of %s", name, value, near.word, list);
    else if (value)
        cli_usage_first(error, "--%s '%s' is not known; expected one of %s", name, value, list);
    return fallback;
}

mintu_datum cli_option_datum(const cli_arguments *arguments, mintu_error *error)
{
    static const char *const words[] = {
        [MINTU_DATUM_WGS84] = "wgs84", [MINTU_DATUM_GCJ02] = "gcj02", [MINTU_DATUM_BD09] = "bd09", [MINTU_DATUM_END] = NULL};
    return (mintu_datum)cli_option_choice(arguments, "datum", words, MINTU_DATUM_WGS84, error);
}

double cli_option_number(const cli_arguments *arguments, const char *name, const double bounds[2], double fallback,
                         mintu_error *error)
{
    const char *value = cli_option_value(arguments, name), *end;
    if (!value)
        return fallback;
    errno = 0;
    double number = mintu_number_read(value, &end);
    bool plain = value[strspn(value, "0123456789+-.eE")] == '\0'; /* no hexadecimal, which would be read, too */
    if (plain && end != value && !*end && !errno && isfinite(number) && number >= bounds[0] && number <= bounds[1])
        return number;
    cli_usage_first(error, "--%s '%s' is not a number from %g to %g", name, value, bounds[0], bounds[1]);
    return fallback;
}
