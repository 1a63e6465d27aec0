#include "cli/arguments.h"
#include "cli/cli.h"
#include "cli/options.h"
#include "cli/print_layer.h"
#include "cli/say.h"
#include "cli/session.h"

#include <string.h>

static mintu_status read_query(const cli_arguments *arguments, mintu_error *error, mintu_join_query *query)
{
    static const char *const pers[] = {"pair", "place", "county", NULL};
    int per;
    mintu_status status = cli_option_choice(arguments, "per", pers, MINTU_JOIN_PER_PAIR, error, &per);
    if (status == MINTU_STATUS_OK)
        status = cli_option_date(arguments, "as-of", 0, error, &query->as_of);
    query->per = (mintu_join_per)per;
    query->agency = cli_option_value(arguments, "agency");
    query->named = cli_option_value(arguments, "named") != NULL;
    return status;
}

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
    mintu_join_query query = {0};
    cli_session session;
    mintu_layer *rows = NULL, *findings = NULL;
    mintu_status status = read_query(arguments, error, &query);
    if (status == MINTU_STATUS_OK)
        status = cli_session_open(arguments, error, &session);
    if (status != MINTU_STATUS_OK)
        return status;
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

/* The findings of a computed layer are those of `mintu join`; a map says n of N in its legend. */
static mintu_status compute(const cli_arguments *arguments, const cli_session *session, mintu_join_query query,
                            mintu_error *error, mintu_layer **out)
{
    query.agency = cli_option_value(arguments, "agency");
    mintu_status status = mintu_join_make(session->context, session->gazetteer, &query, error, NULL, out);
    return status == MINTU_STATUS_FINDINGS ? MINTU_STATUS_OK : status;
}

mintu_status cli_join_layer(const cli_arguments *arguments, const cli_session *session, int date, mintu_error *error,
                            mintu_layer **out)
{
    return compute(arguments, session, (mintu_join_query){.as_of = date}, error, out);
}

mintu_status cli_join_places_layer(const cli_arguments *arguments, const cli_session *session, int date, mintu_error *error,
                                   mintu_layer **out)
{
    return compute(arguments, session, (mintu_join_query){.as_of = date, .per = MINTU_JOIN_PER_PLACE, .named = true}, error,
                   out);
}

mintu_status cli_join_counties_layer(const cli_arguments *arguments, const cli_session *session, int date, mintu_error *error,
                                     mintu_layer **out)
{
    return compute(arguments, session, (mintu_join_query){.as_of = date, .per = MINTU_JOIN_PER_COUNTY}, error, out);
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
         "is stated (35 of 46) are listed on standard error, and the run ends with 1. No row is dropped for them."},
    .options = {{"per", 0, "UNIT", "pair (default: place and task), place or county"},
                {"agency", 0, "NAME", "Only tasks of this agency"},
                {"named", 0, NULL, "Only places that are named or on a roster, not all members of a class"},
                CLI_OPTION_AS_OF,
                CLI_OPTION_FORMAT,
                CLI_OPTION_JSON,
                CLI_OPTION_OUTPUT},
    .examples = {"mintu join -o join.csv", "every place and task as a table", "mintu join --per county -o counties.gpkg",
                 "county polygons with the number of tasks", "mintu join --agency 省住建厅 --named --format geojson",
                 "the places that one agency's tasks name"},
    .columns = {"id", "task", "name", "county", "prefecture", "lead", "until", "class", "certainty"},
    .operands_max = 0,
    .run = run,
};
