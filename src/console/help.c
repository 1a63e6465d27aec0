#define _XOPEN_SOURCE 700 /* wcwidth() */
#include "console/help.h"

#include "console/command.h"
#include "console/command_find.h"
#include "console/language.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

enum { WIDTH = 100, OPTION = 28 };

/* The next letter, how many columns of a terminal it takes, and its length in bytes. */
static size_t read_letter(const char *text, wchar_t *letter, int *columns)
{
    mbstate_t state = {0};
    size_t size = mbrtowc(letter, text, MB_CUR_MAX, &state);
    if (size == 0 || size > MB_CUR_MAX) { /* no letter of the locale */
        *letter = L'?';
        size = 1;
    }
    *columns = wcwidth(*letter) < 0 ? 1 : wcwidth(*letter);
    return size;
}

/* What no line may break: a word, or a Chinese character with the marks that open before it and close behind it. */
static size_t read_piece(const char *text, int *columns)
{
    size_t at = 0;
    bool open = true; /* nothing stands yet but marks that open */
    *columns = 0;
    while (text[at] && text[at] != ' ') {
        wchar_t letter;
        int wide;
        size_t size = read_letter(text + at, &letter, &wide);
        bool closes = wcschr(L"，。；：、）」』》？！”’", letter) != NULL;
        if (!open && !closes && (wide > 1 || (at > 0 && (unsigned char)text[at - 1] >= 0x80)))
            break;
        open = open && wcschr(L"（「『《“‘", letter) != NULL;
        *columns += wide;
        at += size;
    }
    return at;
}

/* Prints a text from @p column on, what follows in lines of their own from @p indent on. */
static void wrap(const char *text, int column, int indent)
{
    for (bool first = true, blank = false; *text; first = false) {
        int columns;
        size_t size = read_piece(text, &columns);
        if (!first && column + blank + columns > WIDTH) {
            printf("\n%*s", indent, "");
            column = indent;
        } else if (blank) {
            column += putchar(' ') == ' ';
        }
        printf("%.*s", (int)size, text);
        column += columns;
        text += size;
        blank = *text == ' ';
        text += blank;
    }
    putchar('\n');
}

static void print_options(const cli_option *options)
{
    for (; options->name; options++) {
        char head[96];
        snprintf(head, sizeof head, "%s%c%s--%s%s%s", options->letter ? "-" : " ", options->letter ? options->letter : ' ',
                 options->letter ? ", " : "  ", options->name, options->value ? " " : "", options->value ? options->value : "");
        if (strlen(head) <= 26)
            printf("  %-26s", head);
        else
            printf("  %s\n%*s", head, OPTION, "");
        wrap(cli_text(options->help), OPTION, OPTION);
    }
}

void cli_help_print(const cli_command *command)
{
    printf(cli_text("mintu %s - %s\n\nUsage: mintu %s [options]%s%s\n\n"), command->name, cli_text(command->summary),
           command->name, command->operands[0] ? " " : "", command->operands);
    for (int i = 0; i < CLI_LINES && command->description[i]; i++) {
        wrap(cli_text(command->description[i]), 0, 0);
        putchar('\n');
    }
    puts(cli_text("Options:"));
    print_options(command->options);
    print_options(cli_common_options);
    puts(cli_text("\nExamples:"));
    for (int i = 0; i + 1 < 2 * CLI_LINES && command->examples[i]; i += 2)
        printf("  %s\n      %s\n", command->examples[i], cli_text(command->examples[i + 1]));
    puts(
        cli_text("\nExit status: 0 done, 1 done with findings, 2 wrong usage, 3 input invalid, 4 style feature not supported,\n"
                 "5 output could not be written, 70 a defect of mintu or memory ran out, 129, 130, 143 interrupted."));
}

void cli_help_list(void)
{
    puts(cli_text("mintu - notices about towns, turned into maps and numbers that can be checked\n\n"
                  "Usage: mintu COMMAND [options] [inputs]\n       mintu COMMAND --help\n       mintu --version\n\nCommands:"));
    for (size_t i = 0; cli_commands[i]; i++)
        printf("  %-24s %s\n", cli_commands[i]->name, cli_text(cli_commands[i]->summary));
    puts(cli_text(
        "\nExamples:\n  mintu places --pilot small-city\n      the small-city pilots with county, prefecture and position\n"
        "  mintu render styles/pilots.json -o pilots.png\n      the map of the pilots at print quality"));
}

void cli_help_group(const char *word)
{
    printf(cli_text("mintu %s - commands of this name\n\nUsage: mintu %s COMMAND [options] [inputs]\n       mintu %s COMMAND "
                    "--help\n\nCommands:\n"),
           word, word, word);
    const cli_command *first = NULL;
    for (size_t i = 0; cli_commands[i]; i++) {
        if (!cli_command_in_group(cli_commands[i], word))
            continue;
        first = first ? first : cli_commands[i];
        printf("  %-24s %s\n", cli_commands[i]->name, cli_text(cli_commands[i]->summary));
    }
    puts(cli_text("\nExamples:"));
    for (int i = 0; first && i + 1 < 4 && first->examples[i]; i += 2)
        printf("  %s\n      %s\n", first->examples[i], cli_text(first->examples[i + 1]));
}
