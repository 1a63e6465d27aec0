#include "build/page_jobs.h"
#include "cli/cli.h"
#include "cli/options.h"
#include "cli/style_changes.h"
#include "cli/style_find.h"
#include "console/arguments.h"
#include "console/layer_get.h"
#include "console/page_options.h"
#include "console/say.h"
#include "console/session.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { SOURCES = 64, JOBS = 64 };

/* What one run holds, released in one place. */
typedef struct job {
    cli_session session;
    char *style_path;
    mintu_style *style;
    mintu_map *map;
    mintu_layer *layers[SOURCES], *units;
    mintu_atlas *atlas;
    cli_page_jobs pages;
    bool book;
} job;

static mintu_status usage(mintu_error *error, const char *option, const char *value, const char *expected)
{
    return cli_usage_first(error, "--%s '%s' cannot be read; expected %s", option, value, expected);
}

static bool ends_with(const char *text, const char *end)
{
    size_t size = strlen(text), length = strlen(end);
    return size >= length && strcasecmp(text + size - length, end) == 0;
}

/* Two whole numbers from 1 with @p between; the first may stand for both where @p one is true. */
static bool read_pair(const char *text, char between, bool one, size_t out[2])
{
    char *end;
    unsigned long long first = text[0] >= '1' && text[0] <= '9' ? strtoull(text, &end, 10) : 0;
    if (first == 0 || first > 1000000)
        return false;
    out[0] = out[1] = (size_t)first;
    if (!*end)
        return one;
    if (*end != between || end[1] < '1' || end[1] > '9')
        return false;
    unsigned long long second = strtoull(end + 1, &end, 10);
    out[1] = (size_t)second;
    return !*end && second <= 1000000;
}

static void read_pages(const cli_arguments *arguments, mintu_error *error, cli_page_jobs *out, mintu_atlas_options *options)
{
    const char *pages = cli_option_value(arguments, "pages"), *shard = cli_option_value(arguments, "shard");
    size_t pair[2] = {1, 1};
    if (pages && (!read_pair(pages, '-', true, pair) || pair[0] > pair[1]))
        usage(error, "pages", pages, "N or N-M, pages from 1, for example 5-12");
    options->first = pages ? pair[0] : 0;
    options->last = pages ? pair[1] : 0;
    pair[0] = pair[1] = 1;
    if (shard && (!read_pair(shard, '/', false, pair) || pair[0] > pair[1]))
        usage(error, "shard", shard, "I/N, the part I of N from 1, for example 2/4");
    out->shard = pair[0], out->shards = pair[1];
}

/* One file, or a folder of them: the options that only the one or the other has. */
static void read_output(const cli_arguments *arguments, mintu_error *error, job *work)
{
    static const char *const formats[] = {"png", "svg", "pdf", NULL};
    static const double bounds[] = {1, JOBS};
    const char *output = cli_option_value(arguments, "output"), *format = cli_option_value(arguments, "format");
    work->book = output && (ends_with(output, ".pdf") || strcmp(output, "-") == 0);
    work->pages.folder = output;
    work->pages.format = (mintu_map_format)cli_option_choice(arguments, "format", formats, MINTU_MAP_FORMAT_PNG, error);
    work->pages.jobs = (size_t)cli_option_number(arguments, "jobs", bounds, 1, error);
    if (!output)
        cli_usage_first(error, "'atlas' needs -o, FILE.pdf for a book or a folder for a file per page");
    else if (work->book && cli_option_value(arguments, "shard"))
        cli_usage_first(error, "--shard makes a part of the files in a folder; '%s' is one book, which has no parts", output);
    else if (work->book && format && strcmp(format, "pdf") != 0)
        cli_usage_first(error, "'%s' is one book, a PDF; --format %s is for a folder with a file per page", output, format);
}

static void read_fit(const cli_arguments *arguments, mintu_error *error, mintu_map_options *page, mintu_atlas_options *options)
{
    const char *fit = cli_option_value(arguments, "fit");
    options->usual = fit && strcmp(fit, "best") == 0;
    if (!fit || options->usual || strcmp(fit, "margin") == 0)
        return;
    if (fit[0] < '0' || fit[0] > '9')
        usage(error, "fit", fit, "margin, best, or 1:N with N from 100 to 1000000000");
    else
        page->scale = cli_scale_read("fit", fit, error);
}

static mintu_status load_style(const cli_arguments *arguments, job *work, mintu_error *error)
{
    const cli_own_data none = {0};
    work->style_path = cli_style_find(arguments->operands[0]);
    char *palettes = cli_option_value(arguments, "palette") ? cli_style_file("palettes.csv") : NULL;
    const mintu_style_changes changes = cli_style_changes(arguments, &none, palettes, error);
    mintu_status status = error->status;
    if (status == MINTU_STATUS_OK)
        status = work->style_path ? mintu_style_load_changed(work->style_path, &changes, error, &work->style)
                                  : cli_fail_memory(error, "finding the style");
    free(palettes);
    if (status == MINTU_STATUS_OK && mintu_style_source_count(work->style) > SOURCES)
        status = usage(error, "style", arguments->operands[0], "no more than 64 sources");
    return status;
}

static mintu_status load_source(const cli_arguments *arguments, job *work, size_t index, int as_of, mintu_error *error)
{
    const char *data = mintu_style_source_data(work->style, index), *name = mintu_style_source_name(work->style, index);
    if (!data[0]) /* only hidden layers have it */
        return MINTU_STATUS_OK;
    if (strncmp(data, "mintu:", 6) != 0)
        return mintu_map_source_load(work->map, name, error);
    mintu_status status = cli_layer_get(arguments, &work->session, data + 6, as_of, error, &work->layers[index]);
    if (status == MINTU_STATUS_USAGE) { /* the name stands in the style, not on the command line */
        error->status = status = MINTU_STATUS_INPUT;
        snprintf(error->source, sizeof error->source, "%s", arguments->operands[0]);
    }
    return status == MINTU_STATUS_OK ? mintu_map_source_set(work->map, name, work->layers[index], error) : status;
}

/* The map with all that it is drawn from, and the units. */
static mintu_status load(const cli_arguments *arguments, job *work, const mintu_map_options *page, int as_of,
                         mintu_error *error)
{
    const char *by = cli_option_value(arguments, "by");
    mintu_status status = load_style(arguments, work, error);
    if (status == MINTU_STATUS_OK)
        status = cli_session_open(arguments, error, &work->session);
    if (status == MINTU_STATUS_OK)
        status = cli_layer_open(arguments, &work->session, by ? by : "counties", as_of, error, &work->units);
    if (status == MINTU_STATUS_OK)
        status = mintu_map_new(work->session.context, work->style, page, error, &work->map);
    for (size_t i = 0; status == MINTU_STATUS_OK && i < mintu_style_source_count(work->style); i++)
        status = load_source(arguments, work, i, as_of, error);
    return status;
}

static mintu_status draw(const cli_arguments *arguments, job *work, const mintu_atlas_options *options, mintu_error *error)
{
    mintu_status status = MINTU_STATUS_OK;
    size_t found = mintu_atlas_finding_count(work->atlas), pages = mintu_atlas_count(work->atlas);
    work->pages.arguments = arguments;
    work->pages.atlas = work->atlas;
    work->pages.first = options->first ? options->first : 1;
    work->pages.last = options->last ? options->last : pages;
    for (size_t i = 0; i < found; i++)
        cli_finding("%s", mintu_atlas_finding(work->atlas, i));
    status = work->book ? mintu_atlas_book(work->atlas, work->pages.folder, error) : cli_page_jobs_run(&work->pages, error);
    for (size_t i = found; work->book && status == MINTU_STATUS_FINDINGS && i < mintu_atlas_finding_count(work->atlas); i++)
        cli_finding("%s", mintu_atlas_finding(work->atlas, i));
    if (status <= MINTU_STATUS_FINDINGS && strcmp(work->pages.folder, "-") != 0)
        cli_result(work->pages.folder, error);
    return status == MINTU_STATUS_OK && found ? MINTU_STATUS_FINDINGS : status;
}

static mintu_status make(const cli_arguments *arguments, job *work, mintu_error *error)
{
    mintu_map_options page;
    mintu_atlas_options options = {.where = cli_option_value(arguments, "where"),
                                   .progress = cli_option_value(arguments, "progress")};
    cli_page_options(arguments, error, &page);
    read_output(arguments, error, work);
    read_pages(arguments, error, &work->pages, &options);
    read_fit(arguments, error, &page, &options);
    options.as_of = cli_option_date(arguments, "as-of", 0, error);
    options.on = (uint64_t)cli_option_date(arguments, "on", 0, error);
    mintu_status status = error->status;
    if (status == MINTU_STATUS_OK)
        status = load(arguments, work, &page, options.as_of, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_atlas_new(work->map, work->session.gazetteer, work->units, &options, error, &work->atlas);
    return status == MINTU_STATUS_OK ? draw(arguments, work, &options, error) : status;
}

static mintu_status run(const cli_arguments *arguments, mintu_error *error)
{
    job work = {0};
    mintu_status status = make(arguments, &work, error);
    mintu_atlas_free(work.atlas);
    mintu_map_free(work.map);
    for (size_t i = 0; i < SOURCES; i++)
        mintu_layer_free(work.layers[i]);
    mintu_layer_free(work.units);
    mintu_style_free(work.style);
    free(work.style_path);
    cli_session_close(&work.session);
    return status;
}

const cli_command cli_atlas = {
    .name = "atlas",
    .operands = "STYLE",
    .summary = "draw a page for each county, prefecture or feature of a layer, with what the notice asks of it",
    .description =
        {"Draws the map of STYLE (see 'mintu render') once for each unit, which stands in the middle with what lies around it "
         "paler, with its name in the title, and beside the map or below it what the data package knows of the unit: land "
         "quota of the year, pilots with their certainty, nearest greenways, progress, and tasks with lead agency and "
         "deadline. "
         "A list that is too long for the page ends with how many of how many are shown.",
         "-o FILE.pdf makes one book with a cover, bookmarks, and an index of the places that the maps label, with page and "
         "cell, by pinyin and by strokes. -o DIR writes a file per page, 0001-350203.png and so on: the pages of the book, "
         "each "
         "by itself.",
         "Ends with 1 when a unit has no area and so no page, or a page has a finding as of render, and lists them; with 3 "
         "when "
         "--where leaves no unit."},
    .options =
        {{"output", 'o', "FILE.pdf|DIR", "One book as PDF (- is standard output), or a folder with a file per page"},
         {"by", 0, "counties|prefectures|LAYER", "What has a page each: a layer by name, or a file; counties by default"},
         {"where", 0, "EXPRESSION", "Only units for which this style expression is true"},
         {"fit", 0, "margin|best|1:N",
          "Scale: as large as fits with a margin (the default), the best of the usual ones (1:5,000, 1:10,000, 1:20,000, "
          "1:25,000, 1:50,000, …), or this one for all"},
         {"pages", 0, "N-M", "Only these pages; their numbers stay"},
         {"format", 'f', "png|svg|pdf", "Of pages that are not one book; png by default"},
         {"shard", 0, "I/N", "Of such pages only the part I of N, for make, parallel or a batch system"},
         {"jobs", 0, "N", "So many of them at once, 1 to 64; 1 by default"},
         {"size", 0, "SIZE", "Page: A0 to A6 upright, or WIDTHxHEIGHTmm; the style's by default"},
         {"dpi", 0, "N", "Resolution of a PNG, and of rasters in SVG and PDF, 72 to 1200; 300 by default"},
         {"orientation", 0, "portrait|landscape", "How the page stands; the style's by default"},
         {"margin", 0, "MM", "Page margin in millimetres, 1 to 200; the style's by default"},
         {"crs", 0, "CRS", "Projection, for example EPSG:4509; by default the one that suits each unit"},
         {"title", 0, "TEXT", "Title instead of the style's; {place} in it is the unit, which else stands before it"},
         {"subtitle", 0, "TEXT", "Line under the title instead of the style's"},
         {"legend", 0, "below|beside|none|map",
          "Where the legend stands; by default it leaves the map where it would hide what the map is about"},
         {"palette", 0, "NAME", "Colours of styles/palettes.csv, as of render"},
         {"hide", 0, "LIST", "Layers of the style that are not drawn, with commas between"},
         {"maker", 0, "TEXT", "Title block: who made the maps (编制单位), printed as given"},
         {"date", 0, "TEXT", "Title block: their date, printed as given"},
         {"agency", 0, "NAME", "Only tasks of this agency, in layers of the join"},
         {"progress", 0, "FILE", "Table of reports: the pages say how far the unit has come; see 'mintu tasks --help'"},
         {"on", 0, "DATE", "The day that --progress asks about, YYYY-MM-DD; today by default"},
         {"review", 0, "TEXT", "Review number, printed as given; without one each map says that it is a working map"},
         CLI_OPTION_MISSING,
         CLI_OPTION_HEADER_ROW,
         CLI_OPTION_AS_OF},
    .examples = {"mintu atlas pilots -o counties.pdf", "a page per county in one book",
                 "mintu atlas townships --by prefectures --fit best -o sheets --format svg", "a file per prefecture",
                 "mintu atlas pilots --where '[\"==\",[\"get\",\"prefecture\"],\"泉州市\"]' -o quanzhou.pdf",
                 "the counties of one prefecture", "mintu atlas pilots -o pages --jobs 4", "four pages at once"},
    .files = {{"", CLI_READ, NULL}, {"by", CLI_READ_LAYER, NULL}, {"progress", CLI_READ_TABLE, NULL}},
    .operands_min = 1,
    .operands_max = 1,
    .run = run,
};
