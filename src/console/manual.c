#include "console/manual.h"

#include "console/command.h"
#include "console/language.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

/* man(7): a backslash and a leading dot or quote mean something, and so must be escaped; a dash would become a hyphen. */
static void escape(const char *text)
{
    if (*text == '.' || *text == '\'')
        fputs("\\&", stdout);
    for (; *text; text++) {
        if (*text == '\\')
            fputs("\\e", stdout);
        else if (*text == '-')
            fputs("\\-", stdout);
        else
            putchar(*text);
    }
}

static void heading(const char *name, const char *date)
{
    char title[64] = "MINTU";
    size_t at = 5;
    if (name[0])
        title[at++] = '-';
    for (; *name && at + 1 < sizeof title; name++)
        title[at++] = (char)(*name == ' ' ? '-' : toupper((unsigned char)*name));
    title[at] = '\0';
    printf(".TH %s 1 %s \"mintu %s\" \"mintu manual\"\n", title, date, mintu_version());
}

static void print_options(const cli_option *options)
{
    for (; options->name; options++) {
        fputs(".TP\n\\fB", stdout);
        if (options->letter)
            printf("\\-%c\\fR, \\fB", options->letter);
        fputs("\\-\\-", stdout);
        escape(options->name);
        fputs("\\fR", stdout);
        if (options->value) {
            fputs(" \\fI", stdout);
            escape(options->value);
            fputs("\\fR", stdout);
        }
        putchar('\n');
        escape(cli_text(options->help));
        puts(".");
    }
}

static void exit_status(void)
{
    puts(cli_text(".SH EXIT STATUS\n0 done; 1 done with findings, each listed; 2 wrong usage; 3 input unreadable or invalid;\n"
                  "4 style feature not supported; 5 output could not be written; 70 a defect of mintu, or memory ran out;\n"
                  "129, 130, 143 interrupted by SIGHUP, SIGINT, SIGTERM: nothing half-written is left."));
}

static void print_program(const char *date)
{
    heading("", date);
    puts(cli_text(".SH NAME\nmintu \\- notices about towns, turned into maps and numbers that can be checked\n"
                  ".SH SYNOPSIS\n.B mintu\n.I COMMAND\n[options] [inputs]\n.SH COMMANDS"));
    for (size_t i = 0; cli_commands[i]; i++) {
        fputs(".TP\n\\fB", stdout);
        escape(cli_commands[i]->name);
        fputs("\\fR\n", stdout);
        escape(cli_text(cli_commands[i]->summary));
        puts(".");
    }
    puts(
        cli_text(".SH ENVIRONMENT\n.TP\n\\fBMINTU_DATA\\fR\nFolder of the data package when \\fB\\-\\-data\\fR is not given."));
    exit_status();
}

void cli_manual_print(const cli_command *command, const char *date)
{
    if (!command) {
        print_program(date);
        return;
    }
    heading(command->name, date);
    fputs(cli_text(".SH NAME\nmintu-"), stdout);
    for (const char *c = command->name; *c; c++)
        putchar(*c == ' ' ? '-' : *c);
    fputs(" \\- ", stdout);
    escape(cli_text(command->summary));
    printf(cli_text("\n.SH SYNOPSIS\n.B mintu %s\n[options]"), command->name);
    if (command->operands[0])
        printf("\n.I %s", command->operands);
    puts(cli_text("\n.SH DESCRIPTION"));
    for (int i = 0; i < CLI_LINES && command->description[i]; i++) {
        if (i)
            puts(".PP");
        escape(cli_text(command->description[i]));
        putchar('\n');
    }
    puts(cli_text(".SH OPTIONS"));
    print_options(command->options);
    print_options(cli_common_options);
    puts(cli_text(".SH EXAMPLES"));
    for (int i = 0; i + 1 < 2 * CLI_LINES && command->examples[i]; i += 2) {
        fputs(".TP\n\\fB", stdout);
        escape(command->examples[i]);
        fputs("\\fR\n", stdout);
        escape(cli_text(command->examples[i + 1]));
        puts(".");
    }
    exit_status();
}
