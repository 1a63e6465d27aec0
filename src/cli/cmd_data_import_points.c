#include "cli/amend_target.h"
#include "cli/cli.h"
#include "cli/options.h"
#include "console/arguments.h"
#include "console/session.h"

static mintu_status run(const cli_arguments *arguments, mintu_error *error)
{
    cli_session session;
    mintu_layer *findings = NULL;
    mintu_amend_points_options options = {.field = cli_option_value(arguments, "field"),
                                          .source = cli_option_value(arguments, "source"),
                                          .datum = cli_option_datum(arguments, error)};
    options.date = cli_option_date(arguments, "date", 0, error);
    options.target = cli_amend_target(arguments, error);
    mintu_status status = cli_session_open(arguments, error, &session);
    if (status == MINTU_STATUS_OK)
        status = mintu_amend_points(session.context, session.gazetteer, arguments->operands[0], &options, error, &findings);
    status = cli_amend_print(arguments, findings, status, error);
    mintu_layer_free(findings);
    cli_session_close(&session);
    return status;
}

const cli_command cli_data_import_points = {
    .name = "data import-points",
    .operands = "FILE",
    .summary = "give units of the data package their positions",
    .description = {"Reads names or codes of units with coordinates (CSV, XLSX, GeoJSON and the other formats that the README "
                    "lists): columns such as "
                    "县区, 乡镇, 代码 and 经度, 纬度 are found by their heads, positions also by geometry, 来源 and certainty "
                    "where the file has "
                    "them. The units get these positions in places.csv, as attested unless the file says otherwise.",
                    "What cannot be taken is listed by row: names that are unknown, ambiguous or doubled, points outside the "
                    "unit's county, longitude "
                    "and latitude swapped. Points that fit only as GCJ-02 or BD-09 are refused until --datum says so.",
                    "With -o DIR the changed package is a new folder; without it the package of --data is changed itself. "
                    "'data log' tells the "
                    "changes, 'data undo' takes the last one back. Ends with 1 when a row was not taken."},
    .options = {{"datum", 0, "wgs84|gcj02|bd09", "What the coordinates are in; wgs84 by default"},
                {"source", 0, "TEXT", "Where the positions are from; what the list is called by default"},
                {"date", 0, "DATE", "The day of the names, YYYY-MM-DD; the package's by default"},
                {"field", 0, "COLUMN",
                 "The column of names or codes; several joined by commas, the larger unit first, are one name"},
                CLI_OPTION_MISSING,
                CLI_OPTION_HEADER_ROW,
                {"output", 'o', "DIR", "Write the changed package: this new folder"}},
    .examples = {"mintu data import-points survey.csv --source \"Survey bureau, 2024\" -o mine",
                 "exact positions, in a copy of the package", "mintu data import-points amap.geojson --datum gcj02 --data mine",
                 "points of a web map, in a package of one's own"},
    .files = {{"", CLI_READ, NULL}, {"output", CLI_WRITE, NULL}, {"data", CLI_UPDATE, NULL}},
    .names_output = true,
    .columns = {"status", "row", "name", "text"},
    .operands_min = 1,
    .operands_max = 1,
    .run = run,
};
