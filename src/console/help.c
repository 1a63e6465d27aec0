#include "console/help.h"

#include "console/command.h"

#include <stdio.h>
#include <string.h>

/* Columns of a UTF-8 text in a terminal would need wcwidth(); help is ASCII but for the ellipsis and names in examples. */
static void wrap(const char *text, int indent)
{
    int column = indent;
    printf("%*s", indent, "");
    while (*text) {
        int length = (int)strcspn(text, " ");
        if (column + length > 96 && column > indent) {
            printf("\n%*s", indent, "");
            column = indent;
        }
        printf("%.*s", length, text);
        text += length;
        column += length;
        if (*text == ' ') {
            text++;
            if (*text && column < 96)
                putchar(' ');
            column++;
        }
    }
    putchar('\n');
}

static void print_options(const cli_option *options)
{
    for (; options->name; options++) {
        char head[64];
        snprintf(head, sizeof head, "%s%c%s--%s%s%s", options->letter ? "-" : " ", options->letter ? options->letter : ' ',
                 options->letter ? ", " : "  ", options->name, options->value ? " " : "", options->value ? options->value : "");
        if (strlen(head) <= 26)
            printf("  %-26s", head);
        else
            printf("  %s\n%28s", head, "");
        wrap(options->help, 28 - 28);
    }
}

void cli_help_print(const cli_command *command)
{
    printf("mintu %s - %s\n\nUsage: mintu %s [options]%s%s\n\n", command->name, command->summary, command->name,
           command->operands[0] ? " " : "", command->operands);
    for (int i = 0; i < CLI_LINES && command->description[i]; i++) {
        wrap(command->description[i], 0);
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
