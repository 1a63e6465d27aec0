#include "cli/cli.h"
#include "cli/options.h"
#include "console/arguments.h"
#include "console/print_layer.h"
#include "console/session.h"

static mintu_status run(const cli_arguments *arguments, mintu_error *error)
{
    mintu_boundaries_options options = {.paths = arguments->operands,
                                        .path_count = (size_t)arguments->operand_count,
                                        .target = cli_option_value(arguments, "output"),
                                        .name_field = cli_option_value(arguments, "name-field"),
                                        .source = cli_option_value(arguments, "source"),
                                        .datum = cli_option_datum(arguments, error),
                                        .force = cli_option_value(arguments, "force")};
    cli_session session;
    mintu_layer *findings = NULL;
    options.as_of = cli_option_date(arguments, "as-of", 0, error);
    mintu_status status = cli_session_open(arguments, error, &session);
    if (status == MINTU_STATUS_OK)
        status = mintu_gazetteer_boundaries(session.context, session.gazetteer, &options, error, &findings);
    if (findings && mintu_layer_count(findings) > 0) {
        mintu_error other;
        mintu_status printed = cli_table_print(arguments->command, findings, &other);
        if (printed != MINTU_STATUS_OK) {
            status = printed;
            *error = other;
        }
    }
    mintu_layer_free(findings);
    cli_session_close(&session);
    return status;
}

const cli_command cli_data_import_boundaries = {
    .name = "data import-boundaries",
    .operands = "FILE...",
    .summary = "make the county polygons from polygon files of one's own",
    .description = {"Reads polygons from files of the formats that the README lists, brings them to WGS 84, repairs them "
                    "without opening gaps between "
                    "neighbours, clips them to land, matches their names with the data package and writes its counties.",
                    "What did not match is listed, and the command then ends with 1. Nothing is written when a unit has no "
                    "polygon, or when the coordinates fit the coast only after removing the offset of Chinese web maps (say "
                    "--datum gcj02 then); --force writes it all the same. The files of the package are replaced together."},
    .options = {{"datum", 0, "wgs84|gcj02|bd09", "What the coordinates are in; wgs84 by default"},
                {"name-field", 0, "FIELD", "Field with the unit's name or code; found by itself by default"},
                {"force", 0, NULL, "Write also a set that leaves units without a polygon, or looks shifted"},
                {"source", 0, "TEXT",
                 "Credit line of the polygons, shown on every map; CHINESE / ENGLISH gives each language its own"},
                CLI_OPTION_MISSING,
                CLI_OPTION_HEADER_ROW,
                CLI_OPTION_AS_OF,
                {"output", 'o', "FILE", "Write this GPKG file instead of the data package's counties.gpkg"}},
    .examples = {"mintu data import-boundaries survey-2024.shp --source \"Survey bureau, 2024\"", "polygons of a survey bureau",
                 "mintu data import-boundaries --datum gcj02 amap/*.geojson", "files from a web map, one per prefecture"},
    .files = {{"", CLI_READ_TABLE, NULL}, {"data", CLI_UPDATE, NULL}},
    .names_output = true,
    .operands_min = 1,
    .operands_max = -1,
    .run = run,
};
