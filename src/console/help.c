#include "console/help.h"

#include "console/command.h"
#include "console/command_find.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

enum { WIDTH = 100, OPTION = 28 };

/* Prints words from @p column on, what follows in lines of their own from @p indent on. Columns of a UTF-8 text in a terminal would need
 * wcwidth(); help is ASCII but for the ellipsis and names in examples. */
static void wrap(const char *text, int column, int indent)
{
    for (bool first = true; *text; first = false) {
        int length = (int)strcspn(text, " ");
        bool fits = column + length < WIDTH;
        if (!first && !fits) {
            printf("\n%*s", indent, "");
            column = indent;
        } else if (!first) {
            putchar(' ');
        }
        printf("%.*s", length, text);
        column += length + 1;
        text += length + (text[length] == ' ');
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
        wrap(options->help, OPTION, OPTION);
    }
}

void cli_help_print(const cli_command *command)
{
    printf("mintu %s - %s\n\nUsage: mintu %s [options]%s%s\n\n", command->name, command->summary, command->name,
           command->operands[0] ? " " : "", command->operands);
    for (int i = 0; i < CLI_LINES && command->description[i]; i++) {
        wrap(command->description[i], 0, 0);
        putchar('\n');
    }
    puts("Options:");
    print_options(command->options);
    print_options(cli_common_options);
    puts("\nExamples:");
    for (int i = 0; i + 1 < 2 * CLI_LINES && command->examples[i]; i += 2)
        printf("  %s\n      %s\n", command->examples[i], command->examples[i + 1]);
    puts("\nExit status: 0 done, 1 done with findings, 2 wrong usage, 3 input invalid, 4 style feature not supported,\n"
         "5 output could not be written, 70 a defect of mintu or memory ran out, 129, 130, 143 interrupted.");
}

void cli_help_list(void)
{
    puts("mintu - notices about towns, turned into maps and numbers that can be checked\n\n"
         "Usage: mintu COMMAND [options] [inputs]\n       mintu COMMAND --help\n       mintu --version\n\nCommands:");
    for (size_t i = 0; cli_commands[i]; i++)
        printf("  %-24s %s\n", cli_commands[i]->name, cli_commands[i]->summary);
    puts("\nExamples:\n  mintu places --pilot small-city\n      the small-city pilots with county, prefecture and position\n"
         "  mintu render styles/pilots.json -o pilots.png\n      the map of the pilots at print quality");
}

void cli_help_group(const char *word)
{
    printf("mintu %s - commands of this name\n\nUsage: mintu %s COMMAND [options] [inputs]\n       mintu %s COMMAND "
           "--help\n\nCommands:\n",
           word, word, word);
    const cli_command *first = NULL;
    for (size_t i = 0; cli_commands[i]; i++) {
        if (!cli_command_in_group(cli_commands[i], word))
            continue;
        first = first ? first : cli_commands[i];
        printf("  %-24s %s\n", cli_commands[i]->name, cli_commands[i]->summary);
    }
    puts("\nExamples:");
    for (int i = 0; first && i + 1 < 4 && first->examples[i]; i += 2)
        printf("  %s\n      %s\n", first->examples[i], first->examples[i + 1]);
}
