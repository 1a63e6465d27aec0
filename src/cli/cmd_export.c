#include "cli/cli.h"
#include "cli/options.h"
#include "console/arguments.h"
#include "console/layer_get.h"
#include "console/say.h"
#include "console/session.h"

#include <string.h>

static void list_layers(const mintu_gazetteer *gazetteer)
{
    for (size_t i = 0; i < mintu_catalogue_count(gazetteer); i++)
        cli_line("%-19s %s", mintu_catalogue_name(gazetteer, i), mintu_catalogue_title(gazetteer, i));
}

/* JSON is for tables; points may have their degrees in columns. */
static bool loses_geometry(const mintu_layer *layer, const char *format, const char *path)
{
    const char *dot = path ? strrchr(path, '.') : NULL;
    bool json = format ? strcmp(format, "json") == 0 : dot && strcmp(dot, ".json") == 0;
    mintu_geometry_type type = mintu_layer_geometry_type(layer);
    bool columns = mintu_layer_field_find(layer, "lon") >= 0 && mintu_layer_field_find(layer, "lat") >= 0;
    return json && type != MINTU_GEOMETRY_TYPE_NONE && !(type == MINTU_GEOMETRY_TYPE_POINT && columns);
}

static mintu_status export_layer(const cli_arguments *arguments, const cli_session *session, mintu_error *error)
{
    const char *format = cli_option_value(arguments, "format");
    const char *path = cli_option_value(arguments, "output");
    const mintu_write_options options = {.format = format                           ? format
                                                   : path && strcmp(path, "-") != 0 ? NULL
                                                                                    : "geojson",
                                         .crs = cli_option_value(arguments, "crs"),
                                         .coordinates = true,
                                         .force = cli_option_value(arguments, "force") != NULL};
    mintu_layer *layer = NULL;
    int as_of = cli_option_date(arguments, "as-of", 0, error);
    mintu_datum datum = cli_option_datum(arguments, error);
    mintu_status status = error->status;
    if (status == MINTU_STATUS_OK)
        status = cli_layer_open(arguments, session, arguments->operands[0], as_of, error, &layer);
    if (status == MINTU_STATUS_OK && datum != MINTU_DATUM_WGS84)
        status = mintu_layer_datum_convert(session->context, layer, datum, error);
    if (status == MINTU_STATUS_OK)
        status = cli_layer_write(session->context, layer, path ? path : "-", &options, error);
    if (status == MINTU_STATUS_OK && loses_geometry(layer, format, path))
        cli_note(arguments, "json has the attributes alone, without the geometry; geojson has both");
    if (status == MINTU_STATUS_OK && mintu_layer_note(layer, "schematic"))
        cli_note(arguments, "%s", mintu_layer_note(layer, "schematic"));
    mintu_layer_free(layer);
    return status;
}

static mintu_status run(const cli_arguments *arguments, mintu_error *error)
{
    cli_session session;
    if (cli_option_value(arguments, "list") && arguments->operand_count > 0)
        return cli_usage(error, "--list shows all layers and takes no name; without it '%s' is exported",
                         cli_list_shown(arguments->operands[0]));
    mintu_status status = cli_session_open(arguments, error, &session);
    if (status != MINTU_STATUS_OK)
        return status;
    if (cli_option_value(arguments, "list"))
        list_layers(session.gazetteer);
    else if (arguments->operand_count == 1)
        status = export_layer(arguments, &session, error);
    else
        status = cli_usage(error, "'export' needs the name of a layer or a file; --list shows the layers");
    cli_session_close(&session);
    return status;
}

const cli_command cli_export = {
    .name = "export",
    .operands = "LAYER|FILE|PG:…",
    .summary = "write a layer of the data package, or of a file, as GeoJSON, GPKG, CSV, XLSX, FlatGeobuf, Shapefile or DXF",
    .description =
        {"Writes one layer, by default as GeoJSON (RFC 7946) to standard output. The layer's title, source, licence "
         "and date go with it as foreign members.",
         "What has a . or / in its name is a file: its first layer, or FILE|layername=NAME. Values stay what they are.",
         "A Shapefile is several files, which come together or not at all. A drawing (dxf) has the names as text, and needs "
         "--crs."},
    .options = {{"list", 'l', NULL, "List the layers instead"},
                {"format", 'f', "geojson|gpkg|csv|json|xlsx|fgb|shp|dxf", "By the ending of -o by default, else geojson"},
                {"crs", 0, "CODE",
                 "Coordinates in this reference system, for example EPSG:4548 (CGCS2000, zone of 117 degrees)"},
                {"datum", 0, "DATUM", "wgs84 (default), gcj02 or bd09: what the coordinates stand in; they become WGS 84"},
                {"force", 0, NULL,
                 "Replace a table of a database; with --crs: GeoJSON all the same, systems to which only a guess leads"},
                {"agency", 0, "NAME", "Only tasks of this agency, in layers of the join"},
                {"progress", 0, "FILE", "Table of reports, for layers of progress: see 'mintu tasks --help'"},
                {"on", 0, "DATE", "The day that --progress asks about, YYYY-MM-DD; today by default"},
                CLI_OPTION_MISSING,
                CLI_OPTION_HEADER_ROW,
                CLI_OPTION_AS_OF,
                CLI_OPTION_OUTPUT,
                CLI_OPTION_BOM},
    .examples = {"mintu export pilots -o pilots.geojson", "the pilots as points", "mintu export --list",
                 "which layers there are", "mintu export projects.xlsx -o projects.gpkg",
                 "the first sheet of a workbook as a GeoPackage", "mintu export districts.json --datum gcj02 -o districts.gpkg",
                 "polygons of a web map, brought to WGS 84", "mintu export pilots --crs EPSG:4548 -o pilots.shp",
                 "a Shapefile in metres of CGCS2000, zone of 117 degrees",
                 "mintu export pilots -o 'PG:dbname=gis|layername=pilots'", "the pilots as a new table of a database"},
    .files = {{"", CLI_READ_LAYER, NULL}, {"progress", CLI_READ_TABLE, NULL}},
    .operands_max = 1,
    .run = run,
};
