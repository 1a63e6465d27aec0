#include "cli/cli.h"
#include "cli/options.h"
#include "cli/tasks_progress.h"
#include "console/arguments.h"
#include "console/print_layer.h"
#include "console/say.h"
#include "console/session.h"

#include <stdio.h>
#include <string.h>

static void read_query(const cli_arguments *arguments, mintu_error *error, mintu_tasks_query *query)
{
    static const char *const statuses[] = {"complete", "truncated", "missing", NULL};
    static const double range[] = {1, 100000};
    int day, none = sizeof statuses / sizeof *statuses - 1;
    query->no = (int)cli_option_number(arguments, "no", range, 0, error);
    query->section = (int)cli_option_number(arguments, "section", range, 0, error);
    query->status = statuses[cli_option_choice(arguments, "status", statuses, none, error)];
    query->as_of = cli_option_date(arguments, "as-of", 0, error);
    query->agency = cli_option_value(arguments, "agency");
    query->place = cli_option_value(arguments, "place");
    query->lang = cli_option_value(arguments, "lang");
    query->until = cli_option_value(arguments, "until");
    if (query->until && !mintu_date_parse(query->until, &day))
        cli_usage_first(error, "--until '%.60s' is not a date; expected YYYY or YYYY-MM-DD", query->until);
}

/* With a place asked for, the table shows the rule instead of the scope; English texts stand in columns of their own. */
static mintu_status print(const cli_arguments *arguments, const cli_session *session, const mintu_layer *tasks,
                          mintu_error *error)
{
    static const char *const translated[][2] = {{"summary", "summary_en"}, {"scope", "scope_en"}, {"rule", "rule_en"}};
    static const char *const placed_columns[] = {"no", "status", "summary", "lead", "reach", "via", "rule", "certainty", NULL};
    cli_command command = *arguments->command;
    bool english = cli_option_value(arguments, "lang") && strcmp(cli_option_value(arguments, "lang"), "en") == 0;
    if (mintu_layer_field_find(tasks, "rule") >= 0)
        memcpy(command.columns, placed_columns, sizeof placed_columns);
    for (size_t i = 0; english && i < CLI_OPTIONS && command.columns[i]; i++)
        for (size_t k = 0; k < sizeof translated / sizeof *translated; k++)
            if (strcmp(command.columns[i], translated[k][0]) == 0)
                command.columns[i] = translated[k][1];
    cli_arguments placed = *arguments;
    placed.command = &command;
    return cli_layer_print(session->context, &placed, tasks, error);
}

/* A number that no task has is a finding; other options may well leave nothing. */
static mintu_status list(const cli_arguments *arguments, const cli_session *session, const mintu_tasks_query *query,
                         mintu_error *error)
{
    const mintu_tasks_query by_number = {.no = query->no, .as_of = query->as_of};
    mintu_layer *tasks = NULL, *one = NULL;
    mintu_status status = mintu_tasks_list(session->context, session->gazetteer, query, error, &tasks);
    if (status == MINTU_STATUS_OK)
        status = print(arguments, session, tasks, error);
    if (status == MINTU_STATUS_OK)
        cli_note(arguments, "%zu task%s", mintu_layer_count(tasks), mintu_layer_count(tasks) == 1 ? "" : "s");
    if (status == MINTU_STATUS_OK && query->no && mintu_layer_count(tasks) == 0)
        status = mintu_tasks_list(session->context, session->gazetteer, &by_number, error, &one);
    if (status == MINTU_STATUS_OK && one && mintu_layer_count(one) == 0) {
        cli_finding("the notice has no task %d; 'mintu tasks' lists their numbers", query->no);
        status = MINTU_STATUS_FINDINGS;
    }
    mintu_layer_free(one);
    mintu_layer_free(tasks);
    return status;
}

static mintu_status run(const cli_arguments *arguments, mintu_error *error)
{
    mintu_tasks_query query = {0};
    cli_session session;
    read_query(arguments, error, &query);
    cli_tasks_check(arguments, error);
    mintu_status status = cli_session_open(arguments, error, &session);
    if (status == MINTU_STATUS_OK)
        status = cli_option_value(arguments, "sheet")      ? cli_tasks_sheet(arguments, &session, &query, error)
                 : cli_option_value(arguments, "progress") ? cli_tasks_progress(arguments, &session, &query, error)
                                                           : list(arguments, &session, &query, error);
    cli_session_close(&session);
    return status;
}

const cli_command cli_tasks = {
    .name = "tasks",
    .operands = "",
    .summary = "list the notice's tasks by number, section, agency, place, deadline or status",
    .description =
        {"Lists tasks with their agencies, targets, deadline and scope. Several options together narrow the list.",
         "--progress joins a table of what has been reported to what was asked: a row per task and agency, place or nobody, "
         "who speaks for all; columns by the heads that offices use (任务编号, 重点任务, 填报单位, 牵头单位, 进展情况, "
         "填报日期) "
         "or task, agency, place, state, date, remark. The latest day counts. On the day of --on each task is done, under way, "
         "not started, overdue (not done and its last deadline past, or late by its own report), not reported, or not due (not "
         "reported, its deadline still to come). Leads speak for a task, without one all of its agencies, else its places. "
         "Rows that cannot be taken are listed, and the run ends with 1.",
         "--sheet writes the agency's tasks as a table to fill in, which --progress reads back: a workbook, CSV, or pages of "
         "A4 across with a small map.",
         "--place lists what is asked of a place, with the rule by which each task holds there: own (it is named, on "
         "a roster or in a class), above (through its county, prefecture or province), within (through places in it)."},
    .options = {{"no", 0, "N", "The task of this number"},
                {"section", 0, "N", "Tasks of this section"},
                {"agency", 0, "NAME", "Tasks of this agency, by any of its names, in any role"},
                {"place", 0, "PLACE", "Tasks that reach this place, by name or code"},
                {"until", 0, "DATE", "Tasks with a deadline no later, YYYY or YYYY-MM-DD"},
                {"status", 0, "complete|truncated|missing", "Tasks whose text came so"},
                {"progress", 0, "FILE", "Join what this table reports: CSV, XLSX, ODS and what else is read"},
                {"on", 0, "DATE", "The day that --progress asks about, YYYY-MM-DD; today by default"},
                {"by", 0, "task|agency|prefecture|county|place", "Rows of --progress; task by default"},
                {"sheet", 0, NULL, "The sheet of --agency to fill in, as -o FILE.xlsx, .csv or .pdf"},
                CLI_OPTION_MISSING,
                CLI_OPTION_HEADER_ROW,
                CLI_OPTION_AS_OF,
                CLI_OPTION_FORMAT,
                CLI_OPTION_JSON,
                CLI_OPTION_OUTPUT,
                CLI_OPTION_BOM},
    .examples = {"mintu tasks --place 水头镇", "what the notice asks of a town, and why",
                 "mintu tasks --agency 省住建厅 --until 2018", "one agency's tasks with a deadline",
                 "mintu tasks --agency 省住建厅 --sheet -o 台账.xlsx", "its tasks as a table to fill in",
                 "mintu tasks --progress 台账.xlsx --by agency", "how far each agency has come today"},
    .files = {{"progress", CLI_READ_TABLE, NULL}},
    .columns = {"no", "section", "status", "summary", "lead", "responsible", "joint", "until", "scope"},
    .operands_max = 0,
    .run = run,
};
