#include "cli/cli.h"
#include "cli/options.h"
#include "cli/roster_option.h"
#include "console/arguments.h"
#include "console/layer_text.h"
#include "console/print_layer.h"
#include "console/say.h"
#include "console/session.h"

#include <mintu/date.h>

/* --in, looked up as `mintu geocode` does, with the names of the day that the list is of. */
static mintu_status find_unit(const cli_arguments *arguments, const cli_session *session, mintu_error *error,
                              mintu_places_query *query)
{
    const char *text = cli_option_value(arguments, "in");
    mintu_geocode_options options = {0};
    mintu_geocoder *geocoder = NULL;
    const mintu_place *unit = NULL;
    if (!text)
        return MINTU_STATUS_OK;
    options.as_of = query->as_of;
    mintu_status status = mintu_geocoder_new(session->gazetteer, &options, error, &geocoder);
    if (status == MINTU_STATUS_OK)
        status = mintu_geocoder_unit(geocoder, text, error, &unit);
    query->in = unit ? unit->code : NULL;
    mintu_geocoder_free(geocoder);
    return status;
}

/* How many of the stated number are shown, how many changed on a day that is not known, and a day before those that are covered. */
static void tell(const cli_arguments *arguments, const mintu_layer *places)
{
    size_t remarks = 0;
    for (size_t row = 0; row < mintu_layer_count(places); row++)
        remarks += cli_layer_text(places, row, "remark")[0] != '\0';
    if (mintu_layer_note(places, "stated"))
        cli_note(arguments, "%zu of %s shown", mintu_layer_count(places), mintu_layer_note(places, "stated"));
    if (remarks)
        cli_note(arguments, "%zu changed about this day, on which day is not known; the column remark says between which days",
                 remarks);
    if (mintu_layer_note(places, "coverage"))
        cli_note(arguments, "%s", mintu_layer_note(places, "coverage"));
}

/* The two days of --between, the second of which is the operand. */
static void read_days(const cli_arguments *arguments, mintu_error *error, mintu_changes_query *query)
{
    bool between = cli_option_value(arguments, "between") != NULL;
    query->from = cli_option_date(arguments, "between", 0, error);
    if (between != (arguments->operand_count == 1))
        cli_usage_first(error,
                        "'places' takes two days with --between, and no operand without it: --between 2015-09-30 2023-06-30");
    else if (between && !mintu_date_parse(arguments->operands[0], &query->to))
        cli_usage_first(error, "'%s' is not a date; expected YYYY-MM-DD, for example 2014-11-01", arguments->operands[0]);
    else if (between && error->status == MINTU_STATUS_OK && query->from >= query->to)
        cli_usage_first(error, "--between takes the earlier day first");
    if (between && (cli_option_value(arguments, "as-of") || cli_option_value(arguments, "pilot")))
        cli_usage_first(error, "--between goes with neither --as-of nor --pilot");
}

static mintu_status list_changes(const cli_arguments *arguments, const cli_session *session, const mintu_changes_query *query,
                                 mintu_error *error)
{
    mintu_layer *changes = NULL;
    mintu_status status = mintu_gazetteer_changes_layer(session->context, session->gazetteer, query, error, &changes);
    if (status == MINTU_STATUS_OK)
        status = cli_layer_print(session->context, arguments, changes, error);
    if (status == MINTU_STATUS_OK) {
        cli_note(arguments, "%zu changes; %s units are as before", mintu_layer_count(changes),
                 mintu_layer_note(changes, "unchanged"));
        if (mintu_layer_note(changes, "coverage"))
            cli_note(arguments, "%s", mintu_layer_note(changes, "coverage"));
    }
    mintu_layer_free(changes);
    return status;
}

static mintu_status list_places(const cli_arguments *arguments, const cli_session *session, const mintu_places_query *query,
                                mintu_error *error)
{
    mintu_layer *places = NULL;
    mintu_status status = mintu_gazetteer_places_layer(session->context, session->gazetteer, query, error, &places);
    if (status == MINTU_STATUS_OK)
        status = cli_layer_print(session->context, arguments, places, error);
    if (status == MINTU_STATUS_OK)
        tell(arguments, places);
    mintu_layer_free(places);
    return status;
}

static mintu_status run(const cli_arguments *arguments, mintu_error *error)
{
    static const char *const levels[] = {"province", "prefecture", "county", "township", NULL};
    mintu_places_query query = {0};
    mintu_changes_query changes = {0};
    cli_session session;
    query.level = (mintu_level)(MINTU_LEVEL_PROVINCE + cli_option_choice(arguments, "level", levels, -1, error));
    query.as_of = cli_option_date(arguments, "as-of", 0, error);
    read_days(arguments, error, &changes);
    mintu_status status = cli_session_open(arguments, error, &session);
    if (status == MINTU_STATUS_OK)
        status = cli_option_rosters(arguments, "pilot", session.gazetteer, error, &query.rosters);
    if (status == MINTU_STATUS_OK)
        status = find_unit(arguments, &session, error, &query);
    changes.level = query.level;
    changes.in = query.in;
    if (status == MINTU_STATUS_OK)
        status =
            changes.from ? list_changes(arguments, &session, &changes, error) : list_places(arguments, &session, &query, error);
    cli_session_close(&session);
    return status;
}

const cli_command cli_places = {
    .name = "places",
    .operands = "[DATE]",
    .summary = "list places of all levels and the rosters of pilots",
    .description = {"Lists administrative places with code, position and parents. Names are those of the day asked for; the "
                    "column code is the unit's stable code, code_then the one in force on that day.",
                    "With --pilot the rows are those of the roster, and certainty is the roster entry's: attested, indirect or "
                    "candidate. How many of the stated number are known is said on standard error."},
    .options =
        {{"pilot", 0, "ROSTER", "Only the places on this roster, by its id in the data package (small-city, town), or on any"},
         {"in", 0, "PLACE", "Only places in this prefecture or county: a code, or any name that `mintu geocode` knows"},
         {"between", 0, "DATE",
          "What changed from this day to the DATE that follows, for numbers of two years: code, name and county before and "
          "after, and whether the unit was renamed, moved, recoded, merged, split, made or ended"},
         {"level", 0, "province|prefecture|county|township", "Only this level"},
         CLI_OPTION_AS_OF,
         CLI_OPTION_FORMAT,
         CLI_OPTION_JSON,
         CLI_OPTION_OUTPUT,
         CLI_OPTION_BOM},
    .examples = {"mintu places --pilot small-city", "the small-city pilots as a table",
                 "mintu places --in 泉州市 --level township --format csv -o quanzhou.csv",
                 "all towns and townships of a prefecture for a spreadsheet",
                 "mintu places --level township --between 2015-09-30 2023-06-30 -o changes.csv",
                 "old codes to new ones, to join the statistics of two years"},
    .columns = {"code", "name", "level", "kind", "type", "county", "prefecture", "lon", "lat", "precision", "certainty"},
    .operands_max = 1,
    .run = run,
};
