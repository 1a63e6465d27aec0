#include "cli/cli.h"
#include "cli/options.h"
#include "console/arguments.h"
#include "console/print_layer.h"
#include "console/say.h"
#include "console/session.h"

#include <string.h>
#include <strings.h>

/* One point is an answer by itself: what is wrong with it is wrong usage. */
static mintu_status reverse_point(const cli_arguments *arguments, const cli_session *session, const mintu_reverser *reverser,
                                  mintu_datum datum, mintu_error *error)
{
    double lonlat[2];
    mintu_layer *answer = NULL;
    mintu_location here;
    mintu_status status =
        mintu_reverser_position_parse(reverser, arguments->operands[0], arguments->operands[1], datum, error, lonlat);
    if (status == MINTU_STATUS_INPUT)
        status = error->status = MINTU_STATUS_USAGE;
    if (status == MINTU_STATUS_OK)
        status = mintu_reverser_layer(session->context, reverser, lonlat, 1, error, &answer);
    if (status == MINTU_STATUS_OK)
        status = cli_layer_print(session->context, arguments, answer, error);
    mintu_layer_free(answer);
    if (status != MINTU_STATUS_OK)
        return status;
    mintu_reverser_find(reverser, lonlat[0], lonlat[1], &here);
    if (here.county)
        return MINTU_STATUS_OK;
    cli_finding("the point lies outside all county polygons; the township is the nearest one");
    return MINTU_STATUS_FINDINGS;
}

static void hear_finding(const char *text, void *user)
{
    (void)user;
    cli_finding("%s", text);
}

static mintu_status reverse_file(const cli_arguments *arguments, const cli_session *session, const mintu_reverser *reverser,
                                 mintu_datum datum, mintu_error *error)
{
    mintu_reverse_options options = {.target = cli_option_value(arguments, "output"),
                                     .lon_field = cli_option_value(arguments, "lon-field"),
                                     .lat_field = cli_option_value(arguments, "lat-field"),
                                     .name_field = cli_option_value(arguments, "name-field"),
                                     .datum = datum,
                                     .format =
                                         cli_option_value(arguments, "json") ? "json" : cli_option_value(arguments, "format"),
                                     .finding = hear_finding};
    mintu_reverse_summary summary;
    mintu_status status =
        mintu_reverser_stream(session->context, reverser, cli_option_value(arguments, "input"), &options, error, &summary);
    if (status == MINTU_STATUS_FINDINGS && summary.outside > 0)
        cli_finding("%zu of %zu points lie outside all county polygons", summary.outside, summary.rows);
    if (status == MINTU_STATUS_OK || status == MINTU_STATUS_FINDINGS)
        cli_note(arguments, "%zu rows: %zu inside, %zu outside, %zu invalid", summary.rows, summary.inside, summary.outside,
                 summary.invalid);
    return status;
}

/* The ending of the output is its format; one that is none would hold another than it says. */
static mintu_status check_ending(const cli_arguments *arguments, mintu_error *error)
{
    static const char *const known[] = {"csv", "txt", "geojson", "json", "gpkg", "xlsx", "fgb", "shp", "dxf"};
    const char *path = cli_option_value(arguments, "output"), *slash = path ? strrchr(path, '/') : NULL;
    const char *dot = path ? strrchr(slash ? slash : path, '.') : NULL;
    if (!dot || cli_option_value(arguments, "format") || cli_option_value(arguments, "json"))
        return MINTU_STATUS_OK;
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (strcasecmp(dot + 1, known[i]) == 0)
            return MINTU_STATUS_OK;
    return cli_usage(
        error, "--output: \"%s\" is the ending of no format; expected .csv, .geojson, .json, .gpkg, .xlsx, .fgb or .shp", dot);
}

static mintu_status check(const cli_arguments *arguments, mintu_error *error)
{
    const char *format = cli_option_value(arguments, "format");
    bool file = cli_option_value(arguments, "input") != NULL;
    if (!file && arguments->operand_count != 2)
        return cli_usage(error, "'reverse' needs LON and LAT in decimal degrees, or -i FILE");
    if (file && arguments->operand_count > 0)
        return cli_usage(error, "'reverse' takes LON and LAT or -i FILE, not both");
    if (file && format && strcmp(format, "table") == 0)
        return cli_usage(error, "'reverse -i' prints no table; --format: expected csv, json, geojson, gpkg, xlsx or fgb");
    return file ? check_ending(arguments, error) : MINTU_STATUS_OK;
}

static mintu_status reverse(const cli_arguments *arguments, const cli_session *session, mintu_error *error)
{
    mintu_reverser *reverser = NULL;
    mintu_datum datum = cli_option_datum(arguments, error);
    int as_of = cli_option_date(arguments, "as-of", 0, error);
    mintu_status status = error->status;
    if (status == MINTU_STATUS_OK)
        status = mintu_reverser_new(session->context, session->gazetteer, as_of, error, &reverser);
    if (status == MINTU_STATUS_OK)
        status = cli_option_value(arguments, "input") ? reverse_file(arguments, session, reverser, datum, error)
                                                      : reverse_point(arguments, session, reverser, datum, error);
    mintu_reverser_free(reverser);
    return status;
}

static mintu_status run(const cli_arguments *arguments, mintu_error *error)
{
    cli_session session;
    check(arguments, error);
    mintu_status status = cli_session_open(arguments, error, &session);
    if (status == MINTU_STATUS_OK)
        status = reverse(arguments, &session, error);
    cli_session_close(&session);
    return status;
}

const cli_command cli_reverse = {
    .name = "reverse",
    .operands = "[LON LAT]",
    .summary = "find the county and the nearest township of points",
    .description =
        {"Says in which county and prefecture a point lies, by polygon, and which township of that county is nearest, "
         "with the distance in metres. Longitude comes first; both are decimal degrees.",
         "With -i it reads a file and writes CSV, or what the ending of -o names: the input's columns, then county, "
         "county_code, prefecture, township, "
         "township_code, distance_m and status (inside, outside, invalid). CSV is streamed, so that memory does not "
         "grow with the rows. Bad rows are named with line and column, and the rest is done.",
         "Points that stand in another datum than declared are reported: with --name-field, when they fit the places "
         "that their rows name only once GCJ-02 or BD-09 is taken out.",
         "Ends with 1 when a point is outside all counties, a row is invalid, or the datum is suspect."},
    .options = {{"input", 'i', "FILE", "Look up the points of this file, or table (PG:…); - is standard input"},
                {"lon-field", 0, "FIELD", "Column of the longitude; lon, lng, longitude, 经度, 东经 or x by default"},
                {"lat-field", 0, "FIELD", "Column of the latitude; lat, latitude, 纬度, 北纬 or y by default"},
                {"name-field", 0, "FIELD", "Column of names of townships, to check the datum by"},
                {"datum", 0, "wgs84|gcj02|bd09", "What the coordinates stand in; wgs84 by default"},
                CLI_OPTION_AS_OF,
                CLI_OPTION_MISSING,
                CLI_OPTION_HEADER_ROW,
                CLI_OPTION_FORMAT,
                CLI_OPTION_JSON,
                CLI_OPTION_OUTPUT,
                CLI_OPTION_BOM},
    .examples = {"mintu reverse 118.05 25.06", "the county and the nearest township of one point",
                 "mintu reverse -i points.csv --datum gcj02 -o located.csv", "a table of points taken from a web map",
                 "mintu reverse -i towns.csv --name-field name", "the same, checking the datum by the names"},
    .files = {{"input", CLI_READ_TABLE, NULL}},
    .operands_max = 2,
    .run = run,
};
