/* The program: one table of commands, one file per command, built on the public headers alone. */
#ifndef CLI_CLI_H
#define CLI_CLI_H

#include <mintu/mintu.h>
#include <stdbool.h>

enum { CLI_OPTIONS = 24, CLI_LINES = 8, CLI_FILES = 8 };

/* One option of a command; the help text and the manual page are made from it. */
typedef struct cli_option {
    const char *name;  /* long name without dashes */
    char letter;       /* short form, or 0 */
    const char *value; /* what stands for the value in help, NULL for a switch */
    const char *help;  /* one sentence without a full stop */
} cli_option;

/* What a command does with a file that an option or operand names. */
typedef enum cli_use {
    CLI_READ = 1,
    CLI_READ_LIST,  /* files with commas between */
    CLI_READ_LAYER, /* a file when there is a . or / in the name, else a layer's name */
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

/* Parses what follows the command's name. A wrong option is MINTU_STATUS_USAGE. */
mintu_status cli_arguments_parse(const cli_command *command, int count, char **words, mintu_error *error, cli_arguments *out);

/* Value of option @p name, "" for a switch that is given, NULL when it is not given. */
const char *cli_option_value(const cli_arguments *arguments, const char *name);

/* Value of an option as a date YYYYMMDD; @p fallback when it is not given. */
mintu_status cli_option_date(const cli_arguments *arguments, const char *name, int fallback, mintu_error *error, int *out);

/* Value of an option as one of the words (ends with NULL): its index, or @p fallback when it is not given. */
mintu_status cli_option_choice(const cli_arguments *arguments, const char *name, const char *const *words, int fallback,
                               mintu_error *error, int *out);

/* Value of an option as a number within bounds; @p fallback when it is not given. */
mintu_status cli_option_number(const cli_arguments *arguments, const char *name, const double bounds[2], double fallback,
                               mintu_error *error, double *out);

/* Wrong usage: MINTU_STATUS_USAGE with this text. */
mintu_status cli_usage(mintu_error *error, const char *format, ...) MINTU_PRINTF(2, 3);

void cli_help_print(const cli_command *command);                     /* --help of one command */
void cli_help_list(void);                                            /* --help of the program */
void cli_manual_print(const cli_command *command, const char *date); /* manual page in man(7); NULL: the program's */

/* A context and the data package, opened as the common options say. */
typedef struct cli_session {
    mintu_context *context;
    mintu_gazetteer *gazetteer;
} cli_session;
mintu_status cli_session_open(const cli_arguments *arguments, mintu_error *error, cli_session *out);
void cli_session_close(cli_session *session);

/* Folder of the data package: --data, else $MINTU_DATA, else beside the program, else the installed one. Static storage. */
const char *cli_data_folder(const cli_arguments *arguments);

/* A layer that a command computes: `mintu:NAME` in a style, NAME for export. */
typedef struct cli_computed_layer {
    const char *name, *title;
    mintu_status (*compute)(const cli_arguments *arguments, const cli_session *session, int date, mintu_error *error,
                            mintu_layer **out);
} cli_computed_layer;

/* The join of tasks and places (src/cli/cmd_join.c), for --agency where the command has it. */
mintu_status cli_join_layer(const cli_arguments *arguments, const cli_session *session, int date, mintu_error *error,
                            mintu_layer **out);
mintu_status cli_join_places_layer(const cli_arguments *arguments, const cli_session *session, int date, mintu_error *error,
                                   mintu_layer **out);
mintu_status cli_join_counties_layer(const cli_arguments *arguments, const cli_session *session, int date, mintu_error *error,
                                     mintu_layer **out);

/* The land quota of the date's year, by default its first (src/cli/quota_layers.c). */
mintu_status cli_quota_layer(const cli_arguments *arguments, const cli_session *session, int date, mintu_error *error,
                             mintu_layer **out);
mintu_status cli_quota_counties_layer(const cli_arguments *arguments, const cli_session *session, int date, mintu_error *error,
                                      mintu_layer **out);
mintu_status cli_quota_prefectures_layer(const cli_arguments *arguments, const cli_session *session, int date,
                                         mintu_error *error, mintu_layer **out);
mintu_status cli_quota_pilots_layer(const cli_arguments *arguments, const cli_session *session, int date, mintu_error *error,
                                    mintu_layer **out);

/* All computed layers; ends with an empty name. */
const cli_computed_layer *cli_computed_layers(void);

/* The computed layer @p name, else the data package's, as of @p date (0: the package's). */
mintu_status cli_layer_get(const cli_arguments *arguments, const cli_session *session, const char *name, int date,
                           mintu_error *error, mintu_layer **out);

/* Writes a layer to -o or standard output in --format (default: table on standard output, else by the file's ending). */
mintu_status cli_layer_print(mintu_context *context, const cli_arguments *arguments, const mintu_layer *layer,
                             mintu_error *error);

/* Prints the command's columns of a layer as a table on standard output; nothing when it has no rows. */
mintu_status cli_table_print(const cli_command *command, const mintu_layer *layer, mintu_error *error);

/* What follows prints texts from files, styles and arguments so that a terminal shows them and does not obey them. */

/* A line on standard output. */
void cli_line(const char *format, ...) MINTU_PRINTF(1, 2);

/* A result for programs (JSON, the name of a file) and its line feed: exactly as it is, unless standard output is a terminal. */
mintu_status cli_result(const char *text, mintu_error *error);

/* A cell of a table, on the heap; NULL when memory ran out. */
char *cli_visible(const char *text);

/* A line on standard error: "mintu: …". */
void cli_message(const char *format, ...) MINTU_PRINTF(1, 2);
void cli_error_print(const mintu_error *error); /* "mintu: error: SOURCE:LINE:COLUMN: …" */

/* A line on standard error, also with --quiet, as exit code 1 promises it: "mintu: finding: …". */
void cli_finding(const char *format, ...) MINTU_PRINTF(1, 2);

/* A line on standard error, unless --quiet: "mintu: note: …". */
void cli_note(const cli_arguments *arguments, const char *format, ...) MINTU_PRINTF(2, 3);

#endif
