#include "cli/cli.h"
#include "cli/options.h"
#include "console/arguments.h"
#include "console/layer_get.h"
#include "console/print_layer.h"
#include "console/say.h"
#include "console/session.h"
#include "console/unread_rows.h"

#include <stdio.h>
#include <string.h>

enum { COUNT, QUOTA, KM, TASKS };

/* What each measure is of, when no layer is named. */
static const char *const layers[] = {"pilots", "quota", "greenway-connectors", "join-places"};

static mintu_status open_layer(const cli_arguments *arguments, const cli_session *session, int measure, int date,
                               mintu_error *error, mintu_layer **out)
{
    const char *name = cli_option_value(arguments, "layer");
    return cli_layer_open(arguments, session, name ? name : layers[measure], date, error, out);
}

static mintu_status open_areas(const cli_arguments *arguments, const cli_session *session, const char *rows, int date,
                               mintu_error *error, mintu_layer **out)
{
    const char *name = strcmp(rows, "prefecture") == 0 ? "prefectures" : strcmp(rows, "county") == 0 ? "counties" : NULL;
    return name ? cli_layer_get(arguments, session, name, date, error, out) : MINTU_STATUS_OK;
}

static void tell(const cli_arguments *arguments, int measure, const mintu_layer *layer, int field, const mintu_layer *table)
{
    char rows[CLI_UNREAD_ROWS] = "";
    const char *stated = mintu_layer_note(table, "stated"), *listed = mintu_layer_note(table, "listed");
    const char *features = mintu_layer_note(table, "rows"), *places = mintu_layer_note(table, "places");
    const char *none = mintu_layer_note(table, "no-data"), *unknown = mintu_layer_note(table, "not-identified");
    if (stated && listed && strcmp(stated, listed) != 0)
        cli_note(arguments, "incomplete: %s of %s that are stated are listed", listed, stated);
    if (unknown && strcmp(unknown, "0") != 0)
        cli_note(arguments, "incomplete: %s pilots are not identified and in no row", unknown);
    if (places && features && strcmp(places, features) != 0)
        cli_note(arguments, "%s features are %s different places; a place that is listed twice counts twice", features, places);
    if (none && strcmp(none, "0") != 0)
        cli_note(arguments, "%s of %s features have no number: no_data, in no sum%s", none, features,
                 field < 0 ? "" : cli_unread_rows(layer, (size_t)field, rows));
    if (measure == TASKS)
        cli_note(arguments, "a task counts once for each place where it holds");
    if (measure == KM && !cli_option_value(arguments, "layer"))
        cli_note(arguments, "each place has a connector to every line; --columns line_name separates them");
    if (mintu_layer_note(table, "schematic"))
        cli_note(arguments, "%s", mintu_layer_note(table, "schematic"));
}

static mintu_status make(const cli_arguments *arguments, const cli_session *session, int measure, mintu_error *error)
{
    static const char *const fields[] = {NULL, "mu", NULL, "tasks"};
    static const mintu_summary_measure measures[] = {MINTU_SUMMARY_COUNT, MINTU_SUMMARY_SUM, MINTU_SUMMARY_KM,
                                                     MINTU_SUMMARY_SUM};
    const char *rows = cli_option_value(arguments, "rows");
    mintu_summary_query query = {.rows = rows ? rows : "prefecture",
                                 .columns = cli_option_value(arguments, "columns"),
                                 .measure = measures[measure],
                                 .field = fields[measure]};
    mintu_layer *layer = NULL, *areas = NULL, *table = NULL;
    int date = cli_option_date(arguments, "as-of", 0, error);
    mintu_status status = error->status;
    if (status == MINTU_STATUS_OK)
        status = open_layer(arguments, session, measure, date, error, &layer);
    if (status == MINTU_STATUS_OK)
        status = open_areas(arguments, session, query.rows, date, error, &areas);
    query.areas = areas;
    int field = status == MINTU_STATUS_OK && query.field ? mintu_layer_field_find(layer, query.field) : -1;
    if (field >= 0)
        status = mintu_layer_numbers_read(session->context, layer, (size_t)field, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_summary_make(session->context, layer, &query, error, &table);
    if (status == MINTU_STATUS_OK)
        status = cli_layer_print(session->context, arguments, table, error);
    if (status == MINTU_STATUS_OK)
        tell(arguments, measure, layer, field, table);
    mintu_layer_free(table);
    mintu_layer_free(areas);
    mintu_layer_free(layer);
    return status;
}

static mintu_status run(const cli_arguments *arguments, mintu_error *error)
{
    static const char *const words[] = {"count", "quota", "km", "tasks", NULL};
    cli_session session;
    int measure = cli_option_choice(arguments, "measure", words, COUNT, error);
    mintu_status status = cli_session_open(arguments, error, &session);
    if (status == MINTU_STATUS_OK)
        status = make(arguments, &session, measure, error);
    cli_session_close(&session);
    return status;
}

const cli_command cli_summary = {
    .name = "summary",
    .operands = "",
    .summary = "cross-table of a layer: counts, sums, lengths, shares and densities",
    .description =
        {"One row per value of a field, one column per value of another, and a row of totals that are sums of the rows. Beside "
         "them: share in per cent, features, features without a number (no_data, which is not zero), and with rows per "
         "prefecture or county the geodesic area, the total per 1,000 km² and rows that are zero; for points the mean "
         "distance to the nearest other place (neighbour_km).",
         "--measure count counts features (layer pilots), quota sums mu of a year (layer quota), km measures lines "
         "(layer greenway-connectors), tasks sums tasks over places (layer join-places). --layer names another, or a file.",
         "What is incomplete is said on standard error: n of N."},
    .options = {{"rows", 0, "FIELD", "Field whose values are the rows; prefecture by default"},
                {"columns", 0, "FIELD", "Field whose values are the columns; none by default"},
                {"measure", 0, "count|quota|km|tasks", "What is summed; count by default"},
                {"layer", 0, "LAYER", "Layer of the data package, computed layer or file with a . or / in its name"},
                {"agency", 0, "NAME", "Only tasks of this agency, in layers of the join"},
                CLI_OPTION_AS_OF,
                CLI_OPTION_MISSING,
                CLI_OPTION_HEADER_ROW,
                CLI_OPTION_FORMAT,
                CLI_OPTION_JSON,
                CLI_OPTION_OUTPUT,
                CLI_OPTION_BOM},
    .examples = {"mintu summary --rows prefecture --columns kind", "pilots of each roster per prefecture",
                 "mintu summary --measure quota --columns kind --format csv -o quota.csv", "mu of each class per prefecture"},
    .files = {{"layer", CLI_READ_LAYER, NULL}},
    .operands_max = 0,
    .run = run,
};
