#include "cli/amend_target.h"
#include "cli/cli.h"
#include "cli/options.h"
#include "console/arguments.h"
#include "console/print_layer.h"
#include "console/say.h"
#include "console/session.h"

/* Findings come before what is said of the whole. */
static mintu_status print(const cli_arguments *arguments, const mintu_layer *findings, mintu_status status, mintu_error *error)
{
    mintu_error other;
    mintu_status printed =
        findings && mintu_layer_count(findings) > 0 ? cli_table_print(arguments->command, findings, &other) : MINTU_STATUS_OK;
    if (printed != MINTU_STATUS_OK)
        *error = other;
    return printed != MINTU_STATUS_OK ? printed : status;
}

static mintu_status import(const cli_arguments *arguments, mintu_error *error)
{
    bool merge = cli_option_value(arguments, "merge");
    mintu_boundaries_options options = {.paths = arguments->operands,
                                        .path_count = (size_t)arguments->operand_count,
                                        .name_field = cli_option_value(arguments, "name-field"),
                                        .source = cli_option_value(arguments, "source"),
                                        .datum = cli_option_datum(arguments, error),
                                        .force = cli_option_value(arguments, "force")};
    cli_session session;
    mintu_layer *findings = NULL;
    options.as_of = cli_option_date(arguments, "as-of", 0, error);
    options.target = merge ? cli_amend_target(arguments, error) : cli_option_value(arguments, "output");
    mintu_status status = cli_session_open(arguments, error, &session);
    if (status == MINTU_STATUS_OK && merge)
        status = mintu_amend_boundaries(session.context, session.gazetteer, &options, error, &findings);
    else if (status == MINTU_STATUS_OK)
        status = mintu_gazetteer_boundaries(session.context, session.gazetteer, &options, error, &findings);
    status = merge ? cli_amend_print(arguments, findings, status, error) : print(arguments, findings, status, error);
    mintu_layer_free(findings);
    cli_session_close(&session);
    return status;
}

static mintu_status undo(const cli_arguments *arguments, mintu_error *error)
{
    mintu_context *context = NULL;
    if (arguments->operand_count || cli_option_value(arguments, "output"))
        cli_usage_first(error, "--undo takes no file and no --output; it changes the package of --data");
    cli_amend_target(arguments, error);
    mintu_status status = error->status == MINTU_STATUS_OK ? mintu_context_new(error, &context) : error->status;
    if (status == MINTU_STATUS_OK)
        status = cli_amend_undo(arguments, "import-boundaries", context, error);
    mintu_context_free(context);
    return status;
}

static mintu_status run(const cli_arguments *arguments, mintu_error *error)
{
    bool merge = cli_option_value(arguments, "merge"), back = cli_option_value(arguments, "undo");
    if (merge && back)
        cli_usage_first(error, "--merge and --undo exclude one another; give one of them");
    else if (!back && arguments->operand_count == 0)
        cli_usage_first(error, "no file is named; name the files of the polygons");
    if (error->status != MINTU_STATUS_OK)
        return error->status;
    return back ? undo(arguments, error) : import(arguments, error);
}

const cli_command cli_data_import_boundaries = {
    .name = "data import-boundaries",
    .operands = "[FILE...]",
    .summary = "make the county polygons from polygon files of one's own",
    .description =
        {"Reads polygons from files of the formats that the README lists, brings them to WGS 84, repairs them "
         "without opening gaps between "
         "neighbours, clips them to land, matches their names with the data package and writes its counties.",
         "What did not match is listed, and the command then ends with 1. Nothing is written when a unit has no "
         "polygon, or when the coordinates fit the coast only after removing the offset of Chinese web maps (say "
         "--datum gcj02 then); --force writes it all the same. The files of the package are replaced together.",
         "With --merge the files hold a few units, whose polygons replace those of the package: what they cover is cut "
         "off the units that stay, what they leave open goes to the neighbour beside it, and at a coast to nobody, so "
         "that borders meet without gap or overlap; units that do not touch them stay as they are. Nothing is written "
         "when new polygons overlap, share less than half with the earlier one, take more than half of a unit that stays, "
         "or leave a gap of 1 km2 that is on average 500 m wide; --force does it but for overlaps and whole units. "
         "The changed package is the new folder of -o, or that of --data; --undo takes the merge back.",
         "Names are read as those of the day that fits them best, with --merge of that of the polygons that are there; "
         "the day is told, and units that are one on it and were not in the files are listed."},
    .options =
        {{"merge", 0, NULL, "Replace the polygons of these units and fit their neighbours; needs -o DIR or --data DIR"},
         {"undo", 0, NULL, "Take the last merge of the package that --data names back"},
         {"datum", 0, "wgs84|gcj02|bd09", "What the coordinates are in; wgs84 by default"},
         {"name-field", 0, "FIELD", "Field with the unit's name or code; found by itself by default"},
         {"force", 0, NULL, "Write also a set that leaves units without a polygon, or looks shifted"},
         {"source", 0, "TEXT",
          "Credit line of the polygons, shown on every map; CHINESE / ENGLISH gives each language its own"},
         CLI_OPTION_MISSING,
         CLI_OPTION_HEADER_ROW,
         CLI_OPTION_AS_OF,
         {"output", 'o', "FILE",
          "Write this GPKG file instead of the data package's counties.gpkg; with --merge the changed package, a new folder"}},
    .examples = {"mintu data import-boundaries survey-2024.shp --source \"Survey bureau, 2024\"", "polygons of a survey bureau",
                 "mintu data import-boundaries --datum gcj02 amap/*.geojson", "files from a web map, one per prefecture",
                 "mintu data import-boundaries three.geojson --merge --source \"Survey bureau, 2024\" -o mine",
                 "three counties in a copy of the package, the others fitted to them",
                 "mintu data import-boundaries --undo --data mine", "the package as it was before"},
    .files = {{"", CLI_READ_TABLE, NULL}, {"data", CLI_UPDATE, NULL}},
    .names_output = true,
    .operands_min = 0,
    .operands_max = -1,
    .run = run,
};
