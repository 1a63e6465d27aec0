#include "cli/cli.h"
#include "cli/options.h"
#include "cli/roster_option.h"
#include "console/arguments.h"
#include "console/print_layer.h"
#include "console/say.h"
#include "console/session.h"

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

static mintu_status run(const cli_arguments *arguments, mintu_error *error)
{
    static const char *const levels[] = {"province", "prefecture", "county", "township", NULL};
    mintu_places_query query = {0};
    cli_session session;
    mintu_layer *places = NULL;
    query.level = (mintu_level)(MINTU_LEVEL_PROVINCE + cli_option_choice(arguments, "level", levels, -1, error));
    query.as_of = cli_option_date(arguments, "as-of", 0, error);
    mintu_status status = cli_session_open(arguments, error, &session);
    if (status == MINTU_STATUS_OK)
        status = cli_option_rosters(arguments, "pilot", session.gazetteer, error, &query.rosters);
    if (status == MINTU_STATUS_OK)
        status = find_unit(arguments, &session, error, &query);
    if (status == MINTU_STATUS_OK)
        status = mintu_gazetteer_places_layer(session.context, session.gazetteer, &query, error, &places);
    if (status == MINTU_STATUS_OK)
        status = cli_layer_print(session.context, arguments, places, error);
    if (status == MINTU_STATUS_OK && mintu_layer_note(places, "stated"))
        cli_note(arguments, "%zu of %s shown", mintu_layer_count(places), mintu_layer_note(places, "stated"));
    mintu_layer_free(places);
    cli_session_close(&session);
    return status;
}

const cli_command cli_places = {
    .name = "places",
    .operands = "",
    .summary = "list places of all levels and the rosters of pilots",
    .description = {"Lists administrative places with code, position and parents. Names are those of the day asked for; the "
                    "column code is the unit's stable code, code_then the one in force on that day.",
                    "With --pilot the rows are those of the roster, and certainty is the roster entry's: attested, indirect or "
                    "candidate. How many of the stated number are known is said on standard error."},
    .options = {{"pilot", 0, "ROSTER",
                 "Only the places on this roster, by its id in the data package (small-city, town), or on any"},
                {"in", 0, "PLACE", "Only places in this prefecture or county: a code, or any name that `mintu geocode` knows"},
                {"level", 0, "LEVEL", "Only this level: province, prefecture, county or township"},
                CLI_OPTION_AS_OF,
                CLI_OPTION_FORMAT,
                CLI_OPTION_JSON,
                CLI_OPTION_OUTPUT},
    .examples = {"mintu places --pilot small-city", "the small-city pilots as a table",
                 "mintu places --in 泉州市 --level township --format csv -o quanzhou.csv",
                 "all towns and townships of a prefecture for a spreadsheet"},
    .columns = {"code", "name", "level", "kind", "type", "county", "prefecture", "lon", "lat", "precision", "certainty"},
    .operands_max = 0,
    .run = run,
};
