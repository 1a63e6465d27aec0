#include "cli/tasks_progress.h"

#include "console/arguments.h"
#include "console/layer_get.h"
#include "console/print_layer.h"
#include "console/say.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

static const char *const bys[] = {"task", "agency", "prefecture", "county", "place", NULL};

static const char *const sheets[] = {".pdf", ".xlsx", ".csv", NULL};

/* The ending of the sheet's file as an index, that of the sentinel for another. */
static int ending_of(const char *path)
{
    const char *dot = path ? strrchr(path, '.') : NULL;
    int at = 0;
    while (sheets[at] && (!dot || strcasecmp(dot, sheets[at]) != 0))
        at++;
    return at;
}

static void check_sheet(const cli_arguments *arguments, mintu_error *error)
{
    static const char *const others[] = {"no", "section", "place", "until", "status", "progress", "format", "json"};
    const char *path = cli_option_value(arguments, "output");
    if (!cli_option_value(arguments, "agency"))
        cli_usage_first(error, "--sheet needs --agency NAME: the agency whose sheet it is");
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (cli_option_value(arguments, others[i]))
            cli_usage_first(error, "--sheet has all tasks of the agency, and takes no --%s", others[i]);
    if (!sheets[ending_of(path)])
        cli_usage_first(error, "--sheet needs -o FILE with one of the endings .pdf, .xlsx and .csv; '%.80s' has none of them",
                        path ? path : "");
}

void cli_tasks_check(const cli_arguments *arguments, mintu_error *error)
{
    bool progress = cli_option_value(arguments, "progress") != NULL;
    cli_option_choice(arguments, "by", bys, 0, error);
    cli_option_date(arguments, "on", 0, error);
    if (!progress && cli_option_value(arguments, "on"))
        cli_usage_first(error, "--on is the day of --progress FILE, and needs it");
    if (!progress && cli_option_value(arguments, "by"))
        cli_usage_first(error, "--by says what the rows of --progress FILE are, and needs it");
    if (cli_option_value(arguments, "sheet"))
        check_sheet(arguments, error);
}

static void tell_findings(const char *file, const mintu_layer *findings)
{
    for (size_t row = 0; row < mintu_layer_count(findings); row++) {
        const char *spot = mintu_layer_text(findings, row, 1), *task = mintu_layer_text(findings, row, 2);
        const char *name = mintu_layer_text(findings, row, 3), *gap = task[0] && name[0] ? ", " : "";
        cli_finding("%s%s%s: %s%s%s%s%s%s", cli_list_shown(file), spot[0] ? ", " : "", spot, task[0] ? "task " : "", task, gap,
                    name, task[0] || name[0] ? ": " : "", mintu_layer_text(findings, row, 4));
    }
}

static const char *note(const mintu_layer *layer, const char *key)
{
    const char *text = mintu_layer_note(layer, key);
    return text ? text : "0";
}

static void tell_counts(const cli_arguments *arguments, const mintu_layer *rows)
{
    cli_note(
        arguments,
        "%s tasks on %s: %s done, %s under way, %s not started, %s overdue, %s not reported, %s not due; rows read: %s, %s "
        "of them without a state, %s earlier reports replaced by later ones",
        note(rows, "tasks"), note(rows, "on"), note(rows, "done"), note(rows, "under-way"), note(rows, "not-started"),
        note(rows, "overdue"), note(rows, "not-reported"), note(rows, "not-due"), note(rows, "rows"), note(rows, "rows-blank"),
        note(rows, "reports-superseded"));
}

/* The table's columns depend on what a row is. */
static mintu_status print(const cli_arguments *arguments, const cli_session *session, mintu_progress_by by,
                          const mintu_layer *rows, mintu_error *error)
{
    static const char *const columns[][CLI_OPTIONS] = {{"no", "state", "until", "reported", "summary", "waiting", "remark"},
                                                       {"agency", "tasks", "done", "under_way", "not_started", "overdue",
                                                        "not_reported", "not_due", "share", "reports", "overdue_list"},
                                                       {"code", "name", "tasks", "done", "under_way", "not_started", "overdue",
                                                        "not_reported", "not_due", "share", "reports", "overdue_list"},
                                                       {"code", "name", "prefecture", "tasks", "done", "under_way",
                                                        "not_started", "overdue", "not_reported", "not_due", "share",
                                                        "reports"},
                                                       {"code", "name", "county", "prefecture", "tasks", "done", "under_way",
                                                        "not_started", "overdue", "not_reported", "not_due", "state"}};
    bool english = strcmp(cli_option_value(arguments, "lang") ? cli_option_value(arguments, "lang") : "zh", "en") == 0;
    cli_command command = *arguments->command;
    cli_arguments shown = *arguments;
    memcpy(command.columns, columns[by], sizeof command.columns);
    for (size_t i = 0; i < CLI_OPTIONS && command.columns[i]; i++) {
        if (strcmp(command.columns[i], "state") == 0 && !english)
            command.columns[i] = "state_zh";
        else if (english && (strcmp(command.columns[i], "summary") == 0 || strcmp(command.columns[i], "name") == 0))
            command.columns[i] = command.columns[i][0] == 's' ? "summary_en" : "name_en";
        else if (english && strcmp(command.columns[i], "agency") == 0)
            command.columns[i] = "name_en";
    }
    shown.command = &command;
    return cli_layer_print(session->context, &shown, rows, error);
}

/* A table of numbers has no use for the outlines of counties. */
static bool writes_csv(const cli_arguments *arguments)
{
    const char *format = cli_option_value(arguments, "format"), *path = cli_option_value(arguments, "output");
    const char *dot = path && !format ? strrchr(path, '.') : NULL;
    return (format && strcmp(format, "csv") == 0) || (dot && strcasecmp(dot, ".csv") == 0);
}

mintu_status cli_tasks_progress(const cli_arguments *arguments, const cli_session *session, const mintu_tasks_query *tasks,
                                mintu_error *error)
{
    mintu_progress_query query = {.file = cli_option_value(arguments, "progress"), .tasks = tasks};
    mintu_layer *rows = NULL, *findings = NULL;
    query.by = (mintu_progress_by)cli_option_choice(arguments, "by", bys, MINTU_PROGRESS_BY_TASK, error);
    query.plain = writes_csv(arguments);
    query.on = cli_option_date(arguments, "on", 0, error);
    mintu_status status = mintu_progress_make(session->context, session->gazetteer, &query, error, &findings, &rows);
    if (status <= MINTU_STATUS_FINDINGS) {
        mintu_status written = print(arguments, session, query.by, rows, error);
        tell_findings(query.file, findings);
        if (written == MINTU_STATUS_OK)
            tell_counts(arguments, rows);
        status = written == MINTU_STATUS_OK ? status : written;
    }
    mintu_layer_free(findings);
    mintu_layer_free(rows);
    return status;
}

mintu_status cli_tasks_sheet(const cli_arguments *arguments, const cli_session *session, const mintu_tasks_query *tasks,
                             mintu_error *error)
{
    const char *path = cli_option_value(arguments, "output");
    const mintu_task_sheet_query query = {
        .agency = tasks->agency, .as_of = tasks->as_of, .lang = cli_option_value(arguments, "lang")};
    mintu_layer *sheet = NULL;
    if (ending_of(path) == 0)
        return mintu_task_sheet_print(session->context, session->gazetteer, &query, path, error);
    mintu_status status = mintu_task_sheet_make(session->context, session->gazetteer, &query, error, &sheet);
    if (status == MINTU_STATUS_OK)
        status = mintu_layer_write(session->context, sheet, path, NULL, error);
    if (status == MINTU_STATUS_OK)
        cli_note(arguments, "%zu task%s of %s in %s; fill it in, and read it back with --progress", mintu_layer_count(sheet),
                 mintu_layer_count(sheet) == 1 ? "" : "s", mintu_layer_note(sheet, "agency"), path);
    mintu_layer_free(sheet);
    return status;
}
