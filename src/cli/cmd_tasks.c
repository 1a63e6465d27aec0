#include "cli/cli.h"
#include "cli/options.h"
#include "console/arguments.h"
#include "console/print_layer.h"
#include "console/say.h"
#include "console/session.h"

#include <stdio.h>

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
    query->until = cli_option_value(arguments, "until");
    if (query->until && !mintu_date_parse(query->until, &day))
        cli_usage_first(error, "--until '%.60s' is not a date; expected YYYY or YYYY-MM-DD", query->until);
}

/* With a place asked for, the table shows the rule instead of the scope. */
static mintu_status print(const cli_arguments *arguments, const cli_session *session, const mintu_layer *tasks,
                          mintu_error *error)
{
    if (mintu_layer_field_find(tasks, "rule") < 0)
        return cli_layer_print(session->context, arguments, tasks, error);
    cli_command command = *arguments->command;
    static const char *const columns[] = {"no", "status", "summary", "lead", "reach", "via", "rule", "certainty"};
    for (size_t i = 0; i < sizeof columns / sizeof columns[0]; i++)
        command.columns[i] = columns[i];
    cli_arguments placed = *arguments;
    placed.command = &command;
    return cli_layer_print(session->context, &placed, tasks, error);
}

static mintu_status run(const cli_arguments *arguments, mintu_error *error)
{
    mintu_tasks_query query = {0};
    cli_session session;
    mintu_layer *tasks = NULL;
    read_query(arguments, error, &query);
    mintu_status status = cli_session_open(arguments, error, &session);
    if (status == MINTU_STATUS_OK)
        status = mintu_tasks_list(session.context, session.gazetteer, &query, error, &tasks);
    if (status == MINTU_STATUS_OK)
        status = print(arguments, &session, tasks, error);
    if (status == MINTU_STATUS_OK)
        cli_note(arguments, "%zu task%s", mintu_layer_count(tasks), mintu_layer_count(tasks) == 1 ? "" : "s");
    mintu_layer_free(tasks);
    cli_session_close(&session);
    return status;
}

const cli_command cli_tasks = {
    .name = "tasks",
    .operands = "",
    .summary = "list the notice's tasks by number, section, agency, place, deadline or status",
    .description =
        {"Lists tasks with their agencies, targets, deadline and scope. Several options together narrow the list.",
         "--place lists what is asked of a place, with the rule by which each task holds there: own (it is named, on "
         "a roster or in a class), above (through its county, prefecture or province), within (through places in it)."},
    .options = {{"no", 0, "N", "The task of this number"},
                {"section", 0, "N", "Tasks of this section"},
                {"agency", 0, "NAME", "Tasks of this agency, by any of its names, in any role"},
                {"place", 0, "PLACE", "Tasks that reach this place, by name or code"},
                {"until", 0, "DATE", "Tasks with a deadline no later, YYYY or YYYY-MM-DD"},
                {"status", 0, "complete|truncated|missing", "Tasks whose text came so"},
                CLI_OPTION_AS_OF,
                CLI_OPTION_FORMAT,
                CLI_OPTION_JSON,
                CLI_OPTION_OUTPUT},
    .examples = {"mintu tasks --place 水头镇", "what the notice asks of a town, and why",
                 "mintu tasks --agency 省住建厅 --until 2018", "one agency's tasks with a deadline"},
    .columns = {"no", "section", "status", "summary", "lead", "responsible", "joint", "until", "scope"},
    .operands_max = 0,
    .run = run,
};
