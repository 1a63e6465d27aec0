#include "cli/cli.h"
#include "cli/options.h"
#include "console/arguments.h"
#include "console/print_layer.h"
#include "console/say.h"
#include "console/session.h"

#include <string.h>

static void tell_findings(const mintu_layer *findings)
{
    for (size_t row = 0; row < mintu_layer_count(findings); row++) {
        const char *name = mintu_layer_text(findings, row, 2);
        cli_finding("task %s%s%s%s: %s", mintu_layer_text(findings, row, 1), name[0] ? ", " : "", name,
                    strcmp(mintu_layer_text(findings, row, 0), "unmatched") == 0 ? ", unmatched" : "",
                    mintu_layer_text(findings, row, 3));
    }
}

static mintu_status run(const cli_arguments *arguments, mintu_error *error)
{
    static const char *const pers[] = {"pair", "place", "county", NULL};
    mintu_join_query query = {.agency = cli_option_value(arguments, "agency"),
                              .named = cli_option_value(arguments, "named") != NULL};
    cli_session session;
    mintu_layer *rows = NULL, *findings = NULL;
    query.per = (mintu_join_per)cli_option_choice(arguments, "per", pers, MINTU_JOIN_PER_PAIR, error);
    query.as_of = cli_option_date(arguments, "as-of", 0, error);
    mintu_status status = cli_session_open(arguments, error, &session);
    if (status == MINTU_STATUS_OK)
        status = mintu_join_make(session.context, session.gazetteer, &query, error, &findings, &rows);
    if (status <= MINTU_STATUS_FINDINGS) {
        mintu_status written = cli_layer_print(session.context, arguments, rows, error);
        tell_findings(findings);
        status = written == MINTU_STATUS_OK ? status : written;
    }
    mintu_layer_free(findings);
    mintu_layer_free(rows);
    cli_session_close(&session);
    return status;
}

const cli_command cli_join = {
    .name = "join",
    .operands = "",
    .summary = "join the notice's tasks to the places where they hold",
    .description =
        {"Writes one row per place and task, with agencies, targets, the rule by which the task holds there, certainty "
         "and source. Classes of places (all county seats, the pilots) are units as of the notice's date.",
         "--per place and --per county count tasks instead and list lead agencies and deadlines; per county the rows "
         "are polygons and take in what reaches the county from above and through its towns.",
         "Names without a place, classes without members, tasks without a place, and counts that differ from what "
         "is stated (a roster of which a part is known) are listed on standard error, and the run ends with 1. No row is "
         "dropped for them."},
    .options = {{"per", 0, "pair|place|county", "What a row is; pair, of place and task, by default"},
                {"agency", 0, "NAME", "Only tasks of this agency"},
                {"named", 0, NULL, "Only places that are named or on a roster, not all members of a class"},
                CLI_OPTION_AS_OF,
                CLI_OPTION_FORMAT,
                CLI_OPTION_JSON,
                CLI_OPTION_OUTPUT,
                CLI_OPTION_BOM},
    .examples = {"mintu join -o join.csv", "every place and task as a table", "mintu join --per county -o counties.gpkg",
                 "county polygons with the number of tasks", "mintu join --agency 省住建厅 --named --format geojson",
                 "the places that one agency's tasks name"},
    .columns = {"id", "task", "name", "county", "prefecture", "lead", "until", "class", "certainty"},
    .operands_max = 0,
    .run = run,
};
