/* One command as a table, and what it is given; help, manual page, guard and run are made from it. Built on the public headers alone. */
#ifndef CONSOLE_COMMAND_H
#define CONSOLE_COMMAND_H

#include <mintu/mintu.h>
#include <stdbool.h>

enum { CLI_OPTIONS = 48, CLI_LINES = 8, CLI_FILES = 8 };

/* One option of a command; the help text and the manual page are made from it. */
typedef struct cli_option {
    const char *name;  /* long name without dashes */
    char letter;       /* short form, or 0 */
    const char *value; /* what stands for the value in help, NULL for a switch */
    const char *help;  /* one sentence without a full stop */
} cli_option;

/* What a command does with a file that an option or operand names. */
typedef enum cli_use {
    CLI_READ = 1,   /* a text or a style */
    CLI_READ_TABLE, /* a file of one of the formats that a layer is read from, or a database */
    CLI_READ_LIST,  /* such files with commas between */
    CLI_READ_LAYER, /* such a file when there is a . or / in the name, else a layer's name */
    CLI_WRITE,
    CLI_REPLACE, /* a folder that is replaced as a whole, with what is in it */
    CLI_UPDATE   /* read, and written anew in place */
} cli_use;

typedef struct cli_file_option {
    const char *option; /* "": the operands */
    cli_use use;
    const char *const *words; /* values that are no files; NULL: none */
} cli_file_option;

typedef struct cli_arguments cli_arguments;

/* One command. All texts are English; lines are separate strings so that help and manual lay them out by themselves. */
typedef struct cli_command {
    const char *name;                    /* "places", "data check" */
    const char *operands;                /* "NAME…" or "" */
    const char *summary;                 /* one line for the list of commands, without a full stop */
    const char *description[CLI_LINES];  /* paragraphs */
    cli_option options[CLI_OPTIONS];     /* its own options, before those that all commands have */
    const char *examples[2 * CLI_LINES]; /* command, what it does, command, what it does, … */
    /* Options and operands that are files, but for output, which is written, and data, which is read. */
    cli_file_option files[CLI_FILES];
    bool names_output;                /* without --output the command names its file itself */
    const char *columns[CLI_OPTIONS]; /* fields of a printed table; none: all. Other formats always have all */
    int operands_min, operands_max;   /* -1: any number */
    mintu_status (*run)(const cli_arguments *arguments, mintu_error *error);
} cli_command;

struct cli_arguments {
    const cli_command *command;
    const char *values[CLI_OPTIONS + 8]; /* value of each option in the table's order, "" for a switch that is given */
    const char *const *operands;
    int operand_count;
};

extern const cli_command *const cli_commands[]; /* ends with NULL */
extern const cli_option cli_common_options[];   /* ends with an empty name */

/* A context and the data package, opened as the common options say. */
typedef struct cli_session {
    mintu_context *context;
    mintu_gazetteer *gazetteer;
} cli_session;

#endif
