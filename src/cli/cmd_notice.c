#define _POSIX_C_SOURCE 200809L
#include "cli/cli.h"
#include "cli/options.h"
#include "console/arguments.h"
#include "console/language.h"
#include "console/print_layer.h"
#include "console/say.h"
#include "console/session.h"

#include <stdlib.h>
#include <string.h>

static bool list_findings(const mintu_notice *notice, const char *path)
{
    const char *source = strcmp(path, "-") == 0 ? "<standard input>" : path;
    for (size_t i = 0; i < mintu_notice_finding_count(notice); i++) {
        const mintu_notice_finding *finding = mintu_notice_finding_at(notice, i);
        if (finding->line > 0)
            cli_finding("%s:%zu:%zu: %s", source, finding->line, finding->column, finding->text);
        else
            cli_finding("%s: %s", source, finding->text);
    }
    if (mintu_notice_finding_total(notice) > mintu_notice_finding_count(notice))
        cli_finding("%s: %zu more", source, mintu_notice_finding_total(notice) - mintu_notice_finding_count(notice));
    return mintu_notice_finding_total(notice) > 0;
}

static mintu_status print_json(const mintu_notice *notice, mintu_error *error)
{
    char *text = NULL;
    mintu_status status = mintu_notice_json(notice, error, &text);
    if (status == MINTU_STATUS_OK)
        status = cli_result(text, error);
    free(text);
    return status;
}

static mintu_status print_table(const cli_arguments *arguments, const cli_session *session, const mintu_notice *notice,
                                mintu_error *error)
{
    const char *name = cli_option_value(arguments, "table");
    mintu_layer *layer = NULL;
    mintu_status status = mintu_notice_layer(session->context, notice, name ? name : "tasks", error, &layer);
    if (status == MINTU_STATUS_OK) {
        cli_command whole = *arguments->command;
        cli_arguments shown = *arguments;
        if (name && strcmp(name, "tasks") != 0)
            whole.columns[0] = NULL;
        shown.command = &whole;
        status = cli_layer_print(session->context, &shown, layer, error);
    }
    mintu_layer_free(layer);
    return status;
}

/* The text with what was read as what, to a file as HTML, or to standard output. */
static mintu_status print_coverage(const char *path, const mintu_notice *notice, mintu_error *error)
{
    if (strcmp(path, "-") != 0)
        return mintu_notice_coverage_write(notice, path, error);
    char *text = NULL;
    bool colours = cli_colours();
    mintu_status status = mintu_notice_coverage(notice, colours ? MINTU_COVERAGE_COLOURS : MINTU_COVERAGE_PLAIN, error, &text);
    if (status == MINTU_STATUS_OK)
        cli_result_coloured(text);
    free(text);
    return status;
}

/* Agencies by their form that the package does not have: how many, and the first of them. */
static mintu_status note_unlisted(const cli_arguments *arguments, const cli_session *session, const mintu_notice *notice,
                                  mintu_error *error)
{
    mintu_layer *layer = NULL;
    mintu_status status = mintu_notice_layer(session->context, notice, "agencies", error, &layer);
    size_t count = status == MINTU_STATUS_OK ? mintu_layer_count(layer) : 0;
    if (count > 0)
        cli_note(arguments, "%zu %s not in agencies.csv and kept as written, the first \"%s\"; --table agencies lists them",
                 count, count == 1 ? cli_text("agency is") : cli_text("agencies are"), mintu_layer_text(layer, 0, 0));
    mintu_layer_free(layer);
    return status;
}

/* *left: something of the folder that was there could not be removed, which is told. */
static mintu_status write_package(const cli_arguments *arguments, const cli_session *session, const mintu_notice *notice,
                                  mintu_error *error, bool *left)
{
    bool replace = cli_option_value(arguments, "overwrite") != NULL;
    mintu_status status =
        mintu_notice_package_write(session->context, notice, cli_option_value(arguments, "output"), replace, error);
    *left = status == MINTU_STATUS_FINDINGS;
    if (*left)
        cli_finding("%s: %s", error->source, error->text);
    return *left ? MINTU_STATUS_OK : status;
}

static mintu_status answer(const cli_arguments *arguments, const cli_session *session, const mintu_notice *notice,
                           mintu_error *error)
{
    const char *package = cli_option_value(arguments, "output"), *coverage = cli_option_value(arguments, "coverage");
    bool alone = coverage && strcmp(coverage, "-") == 0 && !package; /* standard output has room for one answer */
    bool left = false;
    mintu_status status = coverage ? print_coverage(coverage, notice, error) : MINTU_STATUS_OK;
    if (status != MINTU_STATUS_OK || alone)
        left = false;
    else if (package)
        status = write_package(arguments, session, notice, error, &left);
    else if (cli_option_value(arguments, "json"))
        status = print_json(notice, error);
    else
        status = print_table(arguments, session, notice, error);
    if (status == MINTU_STATUS_OK)
        status = note_unlisted(arguments, session, notice, error);
    if (status != MINTU_STATUS_OK)
        return status;
    bool found = list_findings(notice, arguments->operands[0]);
    cli_note(arguments, "%zu tasks: %zu complete, %zu truncated, %zu missing", mintu_notice_count(notice),
             mintu_notice_status_count(notice, MINTU_TASK_STATUS_COMPLETE),
             mintu_notice_status_count(notice, MINTU_TASK_STATUS_TRUNCATED),
             mintu_notice_status_count(notice, MINTU_TASK_STATUS_MISSING));
    return found || left ? MINTU_STATUS_FINDINGS : MINTU_STATUS_OK;
}

static mintu_status run(const cli_arguments *arguments, mintu_error *error)
{
    cli_session session;
    mintu_geocode_options options = {0};
    mintu_geocoder *geocoder = NULL;
    mintu_notice *notice = NULL;
    if (cli_option_value(arguments, "overwrite") && !cli_option_value(arguments, "output"))
        return cli_usage(error, "--overwrite goes with -o DIR");
    options.as_of = cli_option_date(arguments, "as-of", 0, error);
    mintu_status status = cli_session_open(arguments, error, &session);
    if (status == MINTU_STATUS_OK)
        status = mintu_geocoder_new(session.gazetteer, &options, error, &geocoder);
    if (status == MINTU_STATUS_OK)
        status = mintu_notice_load(geocoder, arguments->operands[0], error, &notice);
    if (status == MINTU_STATUS_OK)
        status = answer(arguments, &session, notice, error);
    mintu_notice_free(notice);
    mintu_geocoder_free(geocoder);
    cli_session_close(&session);
    return status;
}

/* The coverage takes the place of the answer there. */
static const char *const standard[] = {"-", NULL};

const cli_command cli_notice = {
    .name = "notice",
    .operands = "FILE",
    .summary = "read tasks, agencies, targets and places out of a notice's text",
    .description =
        {"Reads the plain text of a notice that shares out tasks (- is standard input): sections, numbered items or rows of a "
         "table, the clauses that say who leads, supports or is responsible, targets, deadlines, places and classes of places. "
         "Prints one row per task; --table names another table; -o DIR writes a data package that every command "
         "takes with --data; it is a new folder, or with --overwrite takes the place of one that notice wrote, as a whole.",
         "A damaged text is read as far as it goes: repeats are read once, an item whose clause or part of whose "
         "text is lost or was not read is truncated, one that is absent is missing. What cannot be decided is left out and "
         "listed, and "
         "so are words of responsibility and numbers that were not taken; --coverage shows the whole text with what was read "
         "as what. "
         "Ends with 1 when there is anything to look at, with 3 when the text has no numbered item."},
    .options = {{"table", 't', "sections|tasks|task_agencies|task_targets|task_places|agencies|findings",
                 "Which table; tasks by default"},
                {"output", 'o', "DIR", "Write a data package: this new folder"},
                {"coverage", 0, "FILE",
                 "The text with what was read as what, as HTML; - is standard output, in colours on a terminal"},
                {"overwrite", 0, NULL, "Replace a data package that notice wrote in DIR before, as a whole"},
                CLI_OPTION_AS_OF,
                CLI_OPTION_FORMAT,
                CLI_OPTION_JSON},
    .examples = {"mintu notice notice.txt", "one row per task", "mintu notice --json notice.txt", "everything, for a script",
                 "mintu notice notice.txt -o next && mintu render styles/pilots.json --data next -o next.png",
                 "a data package of the notice, and its map"},
    .files = {{"", CLI_READ, NULL}, {"output", CLI_REPLACE, NULL}, {"coverage", CLI_WRITE, standard}},
    .columns = {"no", "section", "status", "open", "span_start", "span_end", "summary"},
    .operands_min = 1,
    .operands_max = 1,
    .run = run,
};
