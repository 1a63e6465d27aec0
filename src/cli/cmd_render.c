#define _GNU_SOURCE /* asprintf() */
#include "cli/cli.h"
#include "cli/extent.h"
#include "cli/options.h"
#include "cli/own_data.h"
#include "cli/style_changes.h"
#include "cli/style_find.h"
#include "console/arguments.h"
#include "console/guard.h"
#include "console/language.h"
#include "console/layer_get.h"
#include "console/page_options.h"
#include "console/say.h"
#include "console/session.h"

#include <libgen.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SOURCES = 64 };

/* What one run of render holds, released in one place. */
typedef struct job {
    cli_session session;
    char *style_path;
    cli_own_data own;
    mintu_style *style;
    mintu_map *map;
    char *path; /* of the map */
    cli_extent extent;
    mintu_layer *layers[SOURCES];
    size_t layer_count;
} job;

static mintu_status usage(mintu_error *error, const char *option, const char *value, const char *expected)
{
    return cli_usage_first(error, "--%s '%s' cannot be read; expected %s", option, value, cli_text(expected));
}

static const char *const formats[] = {"png", "svg", "pdf", NULL};

/* Format from --format, else from the output's ending, else PNG. */
static mintu_map_format read_format(const cli_arguments *arguments, mintu_error *error)
{
    const char *output = cli_option_value(arguments, "output");
    const char *dot = output ? strrchr(output, '.') : NULL;
    int chosen = MINTU_MAP_FORMAT_PNG;
    bool known = !dot || strchr(dot, '/') || cli_option_value(arguments, "format");
    for (int i = 0; dot && formats[i]; i++)
        if (strcmp(dot + 1, formats[i]) == 0) {
            chosen = i;
            known = true;
        }
    if (!known)
        usage(error, "output", output, N_("a name that ends in .png, .svg or .pdf, or --format beside it"));
    return (mintu_map_format)cli_option_choice(arguments, "format", formats, chosen, error);
}

/* The map's file, on the heap: NAME.FORMAT of the style when -o is not given. */
static char *name_map(const cli_arguments *arguments, mintu_map_format format)
{
    const char *output = cli_option_value(arguments, "output");
    char *style = output ? NULL : strdup(arguments->operands[0]), *name = style ? basename(style) : NULL, *path = NULL;
    char *end = name ? strrchr(name, '.') : NULL;
    if (end && end != name)
        *end = '\0';
    if (output)
        path = strdup(output);
    else if (name && asprintf(&path, "%s.%s", name, formats[format]) < 0)
        path = NULL;
    free(style);
    return path;
}

/* What the style reads, and the map's own file when it has no name from the command line, are files of the command too. */
static mintu_status check_files(const cli_arguments *arguments, const job *work, mintu_error *error)
{
    cli_file files[SOURCES + 1];
    size_t count = 0;
    if (!cli_option_value(arguments, "output"))
        files[count++] = (cli_file){N_("the map"), work->path, CLI_WRITE};
    for (size_t i = 0; i < mintu_style_source_count(work->style); i++) {
        const char *data = mintu_style_source_data(work->style, i);
        if (strncmp(data, "mintu:", 6) != 0 && data[0] != '{' && data[0])
            files[count++] = (cli_file){N_("the source"), data, CLI_READ};
    }
    return cli_guard(arguments, files, count, error);
}

/* Icons that only drawing shows are kept from what is written beside the map, and printed. */
static mintu_status tell_outputs(const cli_arguments *arguments, const job *work, mintu_error *error)
{
    static const char *const options[] = {"report", "caption"};
    mintu_status status = mintu_map_output_add(work->map, "-", error);
    for (int i = 0; i < 2 && status == MINTU_STATUS_OK; i++)
        if (cli_option_value(arguments, options[i]))
            status = mintu_map_output_add(work->map, cli_option_value(arguments, options[i]), error);
    return status;
}

static mintu_status load_source(const cli_arguments *arguments, job *work, size_t index, int as_of, mintu_error *error)
{
    const char *data = mintu_style_source_data(work->style, index), *name = mintu_style_source_name(work->style, index);
    mintu_layer **layer = &work->layers[index], *own = cli_own_data_layer(&work->own, name);
    work->layer_count = index + 1;
    if (!data[0]) /* only hidden layers have it */
        return MINTU_STATUS_OK;
    if (own)
        return mintu_map_source_set(work->map, name, own, error);
    if (strncmp(data, "mintu:", 6) != 0)
        return mintu_map_source_load(work->map, name, error);
    mintu_status status = cli_layer_get(arguments, &work->session, data + 6, as_of, error, layer);
    if (status == MINTU_STATUS_USAGE) { /* the name stands in the style, not on the command line */
        error->status = status = MINTU_STATUS_INPUT;
        snprintf(error->source, sizeof error->source, "%s", arguments->operands[0]);
    }
    if (status == MINTU_STATUS_OK)
        status = mintu_map_source_set(work->map, name, *layer, error);
    return status;
}

/* What --report and --caption ask for; @p status is that of the map, which stays unless writing fails. */
static mintu_status write_beside(const cli_arguments *arguments, const mintu_map *map, mintu_status status, mintu_error *error)
{
    const char *report = cli_option_value(arguments, "report"), *caption = cli_option_value(arguments, "caption");
    mintu_status written = report ? mintu_map_report_write(map, report, error) : MINTU_STATUS_OK;
    if (written == MINTU_STATUS_OK && caption)
        written = mintu_map_caption_write(map, caption, error);
    return written == MINTU_STATUS_OK ? status : written;
}

/* The file's name is not printed into what is asked for there. */
static bool uses_standard_output(const cli_arguments *arguments)
{
    static const char *const options[] = {"output", "report", "caption"};
    bool found = false;
    for (int i = 0; i < 3; i++) {
        const char *value = cli_option_value(arguments, options[i]);
        found = found || (value && strcmp(value, "-") == 0);
    }
    return found;
}

/* @p status is that of the map, which stays unless printing fails. */
static mintu_status print_path(const job *work, mintu_status status, mintu_error *error)
{
    mintu_status printed = cli_result(work->path, error);
    return printed == MINTU_STATUS_OK ? status : printed;
}

/* The style with what the options change of it. Own data come first: their classes and columns become a part of it. */
static mintu_status load_style(const cli_arguments *arguments, job *work, int as_of, mintu_error *error)
{
    static const char *const own[] = {"points", "areas", "values", "field", "method"};
    bool has_own = false;
    for (size_t i = 0; i < sizeof own / sizeof *own; i++)
        has_own = has_own || cli_option_value(arguments, own[i]);
    mintu_status status = has_own ? cli_session_open(arguments, error, &work->session) : MINTU_STATUS_OK;
    if (status == MINTU_STATUS_OK && has_own)
        status = cli_own_data_read(arguments, &work->session, as_of, error, &work->own);
    if (status != MINTU_STATUS_OK)
        return status;
    work->style_path = cli_style_find(arguments->operands[0]);
    char *palettes = cli_option_value(arguments, "palette") ? cli_style_file("palettes.csv") : NULL;
    const mintu_style_changes changes = cli_style_changes(arguments, &work->own, palettes, error);
    status = error->status;
    if (status == MINTU_STATUS_OK)
        status = work->style_path ? mintu_style_load_changed(work->style_path, &changes, error, &work->style)
                                  : cli_fail_memory(error, "finding the style");
    free(palettes);
    return status;
}

static mintu_status draw(const cli_arguments *arguments, job *work, mintu_error *error)
{
    mintu_map_options options;
    cli_page_options(arguments, error, &options);
    options.svg_text = cli_option_value(arguments, "svg-text") != NULL;
    mintu_map_format format = read_format(arguments, error);
    if (options.svg_text && error->status == MINTU_STATUS_OK && format != MINTU_MAP_FORMAT_SVG)
        cli_usage(error, "--svg-text is of SVG maps; add -o FILE.svg or --format svg");
    int as_of = cli_option_date(arguments, "as-of", 0, error);
    mintu_status status = error->status;
    work->path = name_map(arguments, format);
    if (status == MINTU_STATUS_OK && !work->path)
        status = cli_fail_memory(error, "naming the map");
    if (status == MINTU_STATUS_OK)
        status = load_style(arguments, work, as_of, error);
    if (status == MINTU_STATUS_OK)
        *error = (mintu_error){0};
    if (status == MINTU_STATUS_OK && mintu_style_source_count(work->style) > SOURCES)
        status = usage(error, "style", arguments->operands[0], N_("no more than 64 sources"));
    if (status == MINTU_STATUS_OK)
        status = check_files(arguments, work, error);
    if (status == MINTU_STATUS_OK && !work->session.context)
        status = cli_session_open(arguments, error, &work->session);
    if (status == MINTU_STATUS_OK)
        status = cli_extent_read(arguments, &work->session, as_of, error, &work->extent);
    memcpy(options.extent, work->extent.bounds, sizeof options.extent);
    if (status == MINTU_STATUS_OK)
        status = mintu_map_new(work->session.context, work->style, &options, error, &work->map);
    if (status == MINTU_STATUS_OK)
        status = cli_extent_focus(&work->extent, work->map, error);
    if (status == MINTU_STATUS_OK)
        status = tell_outputs(arguments, work, error);
    for (size_t i = 0; status == MINTU_STATUS_OK && i < mintu_style_source_count(work->style); i++)
        status = load_source(arguments, work, i, as_of, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_map_render(work->map, work->path, format, error);
    if (status <= MINTU_STATUS_FINDINGS)
        status = write_beside(arguments, work->map, status, error);
    if (status <= MINTU_STATUS_FINDINGS && !uses_standard_output(arguments))
        status = print_path(work, status, error);
    if (status == MINTU_STATUS_OK && work->own.findings)
        status = MINTU_STATUS_FINDINGS;
    for (size_t i = 0; status == MINTU_STATUS_FINDINGS && i < mintu_map_finding_count(work->map); i++)
        cli_finding("%s", mintu_map_finding(work->map, i));
    return status;
}

static mintu_status run(const cli_arguments *arguments, mintu_error *error)
{
    job work = {0};
    if (cli_option_value(arguments, "list"))
        return cli_style_list(cli_option_value(arguments, "lang"), error);
    if (arguments->operand_count == 0)
        return cli_usage(error, "'render' needs STYLE, a file or a name of --list");
    mintu_status status = draw(arguments, &work, error);
    mintu_map_free(work.map);
    for (size_t i = 0; i < work.layer_count; i++)
        mintu_layer_free(work.layers[i]);
    cli_extent_free(&work.extent);
    mintu_style_free(work.style);
    cli_own_data_free(&work.own);
    free(work.style_path);
    free(work.path);
    cli_session_close(&work.session);
    return status;
}

const cli_command cli_render = {
    .name = "render",
    .operands = "STYLE",
    .summary = "draw a map as PNG, SVG or PDF",
    .description =
        {"Draws the map that a MapLibre style document describes, at print quality. Sources whose data is "
         "mintu:NAME are layers of the data package (see 'mintu export --list'); others are inline GeoJSON "
         "or files in the style's folder or below it; FILE|layername=NAME names a layer of one. STYLE is a file, or the name "
         "of "
         "a style that comes with the program (--list).",
         "Layers of type raster and hillshade read a local GeoTIFF, or a picture with a world file or with the corners of "
         "a source of type image, by the source's url or the document's metadata mintu:files: {SOURCE: PATH}. Numbers of "
         "more than 8 bits are drawn from black, the file's least, to white, its largest (all 16 bits of a PNG as they are).",
         "Without -o the map is written to the current folder under the style's name. The file's name is printed. "
         "Ends with 1 when a required label of what the page is about found no room or a glyph is missing, and lists them."},
    .options =
        {CLI_OPTION_OUTPUT,
         {"format", 'f', "png|svg|pdf", "By the ending of -o by default, else png"},
         {"size", 0, "SIZE", "Page: A0 to A6 upright, or WIDTHxHEIGHTmm; the style's by default"},
         {"dpi", 0, "N", "Resolution of a PNG, and of rasters in SVG and PDF, 72 to 1200; 300 by default"},
         {"scale", 0, "1:N", "Scale; as large as the extent allows by default"},
         {"orientation", 0, "portrait|landscape", "How the page stands; the style's by default"},
         {"margin", 0, "MM", "Page margin in millimetres, 1 to 200; the style's by default"},
         {"extent", 0, "PLACE",
          "What to show: places by name or code, and files (FILE.geojson: where its features lie), with commas between; or "
          "W,S,E,N "
          "in degrees (E less than W across 180). Inside places the map counts; what lies around them is paler"},
         {"crs", 0, "CRS", "Projection, for example EPSG:4509; by default the one that suits the extent"},
         {"title", 0, "TEXT", "Title instead of the style's"},
         {"subtitle", 0, "TEXT", "Line under the title instead of the style's"},
         {"title-size", 0, "POINTS", "Size of the title, 3 to 400; by the page by default"},
         {"type-scale", 0, "N",
          "How many times the type, lines and symbols of the style's own page, 0.25 to 10; by default they follow the page, "
          "twice as large on A1 as on A4"},
         {"legend", 0, "below|beside|none|map",
          "Where the legend stands; by default it leaves the map where it would hide what the map is about"},
         {"legend-size", 0, "POINTS", "Size of the legend's letters, 3 to 400; by the page by default"},
         {"palette", 0, "NAME",
          "Colours for classes and ramps of numbers (viridis, batlow, YlGnBu, …) or for kinds (Set2, …), from "
          "styles/palettes.csv; NAME-reversed turns one round"},
         {"colour", 0, "LIST", "LAYER=COLOUR, several with ; between: one colour for a layer of the style"},
         {"label", 0, "LIST", "LAYER=FIELD, several with ; between: what a layer's features are called by"},
         {"hide", 0, "LIST", "Layers of the style that are not drawn, with commas between"},
         {"points", 0, "FILE", "Own points on the map, with a line in the legend: any file that layers are read from"},
         {"areas", 0, "FILE", "Own areas on the map, likewise"},
         {"values", 0, "FILE", "A table with a number for counties or prefectures, by code or name: they are coloured by it"},
         {"field", 0, "F", "The column of --values that has the numbers"},
         {"method", 0, "natural|equal|quantile|head-tail|deviation", "Their five classes; natural by default"},
         {"maker", 0, "TEXT", "Title block: who made the map (编制单位), printed as given"},
         {"date", 0, "TEXT", "Title block: its date, printed as given"},
         {"sheet", 0, "TEXT", "Title block: the sheet's number, upper right, printed as given"},
         {"secrecy", 0, "TEXT", "Title block: secrecy mark (密级), upper right, printed as given"},
         {"svg-text", 0, NULL,
          "Texts of an SVG as text that can be searched, selected and edited, by their fonts' names; as glyphs, which look the "
          "same everywhere, by default"},
         {"list", 0, NULL, "List the styles that come with the program, with what their pictures show, and draw nothing"},
         {"report", 0, "FILE",
          "Write figures on the labels and the lines of the legend to FILE as JSON: placed, dropped and why, overlaps"},
         {"caption", 0, "FILE", "Write the map in words to FILE: title, description (alternative text), sources, a line each"},
         {"agency", 0, "NAME", "Only tasks of this agency, in layers of the join"},
         {"progress", 0, "FILE", "Table of reports, for layers of progress: see 'mintu tasks --help'"},
         {"on", 0, "DATE", "The day that --progress asks about, YYYY-MM-DD; today by default"},
         {"review", 0, "TEXT", "Review number, printed as given; without one the map says that it is a working map"},
         CLI_OPTION_MISSING,
         CLI_OPTION_HEADER_ROW,
         CLI_OPTION_AS_OF},
    .examples = {"mintu render styles/pilots.json", "writes pilots.png, A4 at 300 dpi",
                 "mintu render pilots --points stops.xlsx -o stops.pdf", "own points on a map that comes with the program",
                 "mintu render land-quota --values gdp.csv --field gdp --palette batlow", "a column of numbers by county",
                 "mintu render styles/pilots.json --size A3 -o pilots.pdf", "the same on A3 as PDF",
                 "mintu render styles/pilots.json --extent 晋江市 --orientation landscape", "one county on a page"},
    .files = {{"", CLI_READ, NULL},
              {"extent", CLI_READ_LIST, NULL},
              {"points", CLI_READ_TABLE, NULL},
              {"areas", CLI_READ_TABLE, NULL},
              {"values", CLI_READ_TABLE, NULL},
              {"report", CLI_WRITE, NULL},
              {"caption", CLI_WRITE, NULL},
              {"progress", CLI_READ_TABLE, NULL}},
    .names_output = true,
    .operands_min = 0,
    .operands_max = 1,
    .run = run,
};
