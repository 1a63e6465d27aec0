#include "base/argument.h"
#include "gazetteer/boundary_datum.h"
#include "gazetteer/boundary_examine.h"
#include "gazetteer/boundary_field.h"
#include "gazetteer/boundary_files.h"
#include "gazetteer/boundary_names.h"
#include "gazetteer/boundary_write.h"
#include "gazetteer/built_layers.h"
#include "gazetteer/place_rows.h"
#include "gazetteer/places.h"
#include "gazetteer/unit_polygons.h"
#include "gdal/database_read.h"
#include "geometry/clip.h"
#include "geometry/coverage.h"
#include "geometry/datum.h"
#include "geometry/dilate.h"
#include "geometry/polygon.h"
#include <mintu/date.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char DOING[] = "importing boundaries";

/* An import in hand. */
typedef struct importing {
    mintu_context *context;
    const mintu_gazetteer *gazetteer;
    const mintu_boundaries_options *options;
    char *target; /* of the counties' file */
    char *first;  /* what messages call the first input; NULL: there is none */
    char *table;  /* its table, where it is a database */
    size_t file;  /* the one being read */
    mintu_layer *raw, *counties, *findings;
    mintu_boundary_matches matches; /* of the rows of raw */
    size_t unmatched, fits;         /* fits: rows of all files that are units by name or code */
    mintu_error unfit;              /* of the last file without one, while there is none */
    bool web_map;                   /* a file is one of AMap or DataV by its fields */
    bool doubtful;                  /* a finding that is not a name */
    char warning[160];              /* what maps must say; "": nothing */
} importing;

static mintu_status copy_row(const importing *work, const mintu_layer *from, size_t row, size_t field, mintu_error *error)
{
    mintu_shape shape = {0};
    mintu_status status = mintu_layer_shape(from, row, &shape, error);
    if (status == MINTU_STATUS_OK && shape.part_count && shape.type == MINTU_GEOMETRY_TYPE_POLYGON) {
        mintu_row added = mintu_row_append(work->raw, error);
        mintu_row_text(&added, mintu_layer_text(from, row, field));
        mintu_row_number(&added, (double)work->file);
        status = added.status == MINTU_STATUS_OK ? mintu_layer_shape_set(work->raw, added.row, &shape, error) : added.status;
    }
    mintu_shape_free(&shape);
    return status;
}

static mintu_status load_file(importing *work, mintu_error *error)
{
    const char *path = work->options->paths[work->file];
    bool database = mintu_path_is_database(work->context, path);
    mintu_layer *layer = NULL;
    size_t field = 0;
    char *shown = mintu_path_shown(work->context, path);
    mintu_status status = shown ? mintu_layer_load(work->context, path, NULL, error, &layer) : mintu_fail_memory(error, DOING);
    const mintu_polygon_file file = {layer, shown};
    if (status == MINTU_STATUS_OK)
        status = mintu_boundary_field(work->gazetteer, &file, work->options->name_field, error, &field);
    size_t fits = status == MINTU_STATUS_OK ? mintu_boundary_field_fits(work->gazetteer, &file, field) : 0;
    if (status == MINTU_STATUS_OK && !fits && !work->fits && mintu_layer_count(layer) > 0)
        mintu_boundary_field_fail(work->gazetteer, &file, field, &work->unfit); /* told when no other file fits either */
    work->fits += fits;
    work->web_map = work->web_map || (layer && mintu_layer_is_web_map(layer));
    for (size_t row = 0; status == MINTU_STATUS_OK && row < mintu_layer_count(layer); row++)
        status = copy_row(work, layer, row, field, error);
    if (status == MINTU_STATUS_OK && work->file == 0 && database && !(work->table = mintu_text_copy(mintu_layer_name(layer))))
        status = mintu_fail_memory(error, DOING);
    mintu_layer_free(layer);
    free(shown);
    return status;
}

static mintu_status load_files(importing *work, mintu_error *error)
{
    size_t count = work->options->path_count;
    if (count && !(work->first = mintu_path_shown(work->context, work->options->paths[0])))
        return mintu_fail_memory(error, DOING);
    static const mintu_field fields[MINTU_RAW_FIELDS] = {{"name", MINTU_FIELD_TYPE_TEXT}, {"file", MINTU_FIELD_TYPE_INTEGER}};
    mintu_status status = mintu_rows_new(work->context, "polygons", fields, MINTU_RAW_FIELDS, error, &work->raw);
    for (work->file = 0; work->file < count && status == MINTU_STATUS_OK; work->file++)
        status = load_file(work, error);
    if (status == MINTU_STATUS_OK && mintu_layer_count(work->raw) == 0)
        status = mintu_fail_at(error, MINTU_STATUS_INPUT, (mintu_where){.source = work->first},
                               "%s: there are no polygons; expected one per county-level unit; name other files", DOING);
    if (status == MINTU_STATUS_OK && !work->fits && work->unfit.status != MINTU_STATUS_OK) {
        *error = work->unfit;
        status = error->status;
    }
    return status;
}

/* True when the coast shows that polygons are in WGS 84, whatever their fields say: somebody has converted them. */
static bool is_clear(const mintu_datum_fit *fit)
{
    static const double CLEARLY = 0.6, AT_LEAST = 100;
    double own = fit->distance[MINTU_DATUM_WGS84], other = fit->distance[MINTU_DATUM_GCJ02];
    return own < CLEARLY * other && other - own > AT_LEAST;
}

static mintu_status check_datum(importing *work, const mintu_layer *land, mintu_error *error)
{
    mintu_datum_fit fit;
    mintu_status status = mintu_boundary_datum(work->raw, land, work->options->datum, error, &fit);
    bool unknown = work->web_map && work->options->datum == MINTU_DATUM_WGS84 && !is_clear(&fit);
    bool known = work->web_map && work->options->datum == MINTU_DATUM_GCJ02;
    if (status != MINTU_STATUS_OK || known || !(fit.doubtful || unknown))
        return status;
    mintu_buffer text = {0};
    if (unknown)
        mintu_buffer_text(
            &text, "the fields are those of AMap's and DataV's polygons, which are in GCJ-02, and the coast does not show "
                   "otherwise; import them again as gcj02");
    else
        mintu_buffer_format(
            &text,
            "the borders lie %.0f m from the coast when read as %s, and %.0f m as %s (lower quartiles): the file "
            "looks shifted; if it "
            "is, import it again as %s",
            fit.distance[work->options->datum], mintu_datum_word(work->options->datum), fit.distance[fit.best],
            mintu_datum_word(fit.best), mintu_datum_word(fit.best));
    work->doubtful = true;
    status =
        text.failed ? mintu_fail_memory(error, DOING) : mintu_boundary_finding(work->findings, "finding", "", text.data, error);
    mintu_buffer_free(&text);
    return status;
}

/* The coast of base layers is decades old: what lies within about 250 m of it may have been reclaimed since. */
static const double COAST_MARGIN = 0.0025;

/* Repair comes first, while neighbours still share their vertices exactly; then the datum, then the coast. */
static mintu_status shape_polygons(importing *work, mintu_error *error)
{
    mintu_layer *land = NULL;
    mintu_status status = mintu_gazetteer_layer(work->context, work->gazetteer, "land", 0, error, &land);
    if (status == MINTU_STATUS_OK)
        status = check_datum(work, land, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_polygon_coverage(work->context, work->raw, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_layer_datum_convert(work->context, work->raw, work->options->datum, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_polygon_dilate(work->context, land, COAST_MARGIN, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_polygon_clip(work->context, work->raw, land, error);
    mintu_layer_free(land);
    return status;
}

static mintu_status match_names(importing *work, mintu_error *error)
{
    size_t count = mintu_layer_count(work->raw);
    work->matches.units = calloc(count + 1, sizeof(mintu_place *));
    work->matches.texts = calloc(count + 1, sizeof *work->matches.texts);
    if (!work->matches.units || !work->matches.texts)
        return mintu_fail_memory(error, DOING);
    work->matches.date = work->options->as_of ? work->options->as_of : mintu_boundary_date(work->gazetteer, work->raw);
    mintu_status status = mintu_boundary_match(work->context, work->gazetteer, work->raw, error, &work->matches);
    for (size_t row = 0; row < count && status == MINTU_STATUS_OK; row++) {
        if (work->matches.units[row])
            continue;
        work->unmatched++;
        status = mintu_boundary_finding(work->findings, "unmatched", mintu_layer_text(work->raw, row, MINTU_RAW_NAME),
                                        work->matches.texts[row], error);
    }
    if (status == MINTU_STATUS_OK && work->unmatched == count)
        status = mintu_fail(error, MINTU_STATUS_INPUT,
                            "%s: none of %zu polygons could be matched to a county-level unit (the first is \"%.80s\"); "
                            "expected names or codes "
                            "of units in the data package; name the field of the units",
                            DOING, count, mintu_layer_text(work->raw, 0, MINTU_RAW_NAME));
    return status;
}

/* One row per unit, in the order of codes: parts of a unit become one polygon. */
static mintu_status make_counties(importing *work, mintu_error *error)
{
    static const mintu_field code[] = {{"code", MINTU_FIELD_TYPE_TEXT}};
    mintu_layer *parts = NULL;
    mintu_status status = mintu_rows_new(work->context, "parts", code, 1, error, &parts);
    for (size_t row = 0; status == MINTU_STATUS_OK && row < mintu_layer_count(work->raw); row++) {
        if (!work->matches.units[row])
            continue;
        mintu_row added = mintu_row_append(parts, error);
        mintu_row_text(&added, work->matches.units[row]->code);
        mintu_row_shape(&added, work->raw, row);
        status = added.status;
    }
    mintu_units_query query = {"counties", MINTU_LEVEL_COUNTY, work->matches.date};
    if (status == MINTU_STATUS_OK)
        status = mintu_units_at(work->context, work->gazetteer, parts, &query, error, &work->counties);
    mintu_layer_free(parts);
    return status;
}

static mintu_status examine(importing *work, mintu_error *error)
{
    return mintu_boundary_examine(work->context, work->gazetteer, work->counties, work->matches.date, error, work->findings);
}

/* A layer with holes or a shift would spoil every map quietly, so it is written only when that is asked for. */
static mintu_status check_doubts(importing *work, mintu_error *error)
{
    size_t all = mintu_gazetteer_count_level(work->gazetteer, MINTU_LEVEL_COUNTY, work->matches.date);
    size_t missing = mintu_layer_field_count_text(work->findings, "status", "missing");
    if (!missing && !work->doubtful)
        return MINTU_STATUS_OK;
    if (!work->options->force && work->doubtful)
        return mintu_fail_at(
            error, MINTU_STATUS_INPUT, (mintu_where){.source = work->first},
            "%s: the coordinates look shifted by the offset of Chinese web maps (see the finding), and nothing "
            "was written; declare their datum, or insist",
            DOING);
    if (!work->options->force)
        return mintu_fail_at(error, MINTU_STATUS_INPUT, (mintu_where){.source = work->first},
                             "%s: %zu of %zu units have no polygon (see the findings), and nothing was written; give the files "
                             "of all units together, or insist",
                             DOING, missing, all);
    if (missing)
        snprintf(work->warning, sizeof work->warning, "县级界线不全：%zu／%zu / County polygons incomplete: %zu of %zu",
                 all - missing, all, all - missing, all);
    work->doubtful = true;
    return MINTU_STATUS_OK;
}

static mintu_status write_files(importing *work, mintu_error *error)
{
    const char *first = work->first, *slash = strrchr(first, '/');
    mintu_boundary_target target = {.path = work->target,
                                    .source = work->options->source ? work->options->source
                                              : work->table         ? work->table
                                              : slash               ? slash + 1
                                                                    : first,
                                    .warning = work->warning[0] ? work->warning : NULL,
                                    .date = work->matches.date};
    return mintu_boundary_write(work->context, work->gazetteer, work->counties, &target, error);
}

/* Where the counties' file goes; that it may go there is known before the work begins. */
static mintu_status choose_target(importing *work, mintu_error *error)
{
    const mintu_boundaries_options *options = work->options;
    work->target = options->target ? mintu_text_copy(options->target) : mintu_built_counties(&work->gazetteer->package);
    if (!work->target)
        return mintu_fail_memory(error, DOING);
    return mintu_boundary_files_check(&work->gazetteer->package, work->target, options->paths, options->path_count, error);
}

static mintu_status open_findings(importing *work, mintu_error *error)
{
    static const mintu_field fields[] = {
        {"status", MINTU_FIELD_TYPE_TEXT}, {"name", MINTU_FIELD_TYPE_TEXT}, {"text", MINTU_FIELD_TYPE_TEXT}};
    return mintu_rows_new(work->context, "findings", fields, 3, error, &work->findings);
}

/* The steps of an import, each with what those before it have made. */
static mintu_status (*const steps[])(importing *work, mintu_error *error) = {
    open_findings, choose_target, load_files, shape_polygons, match_names, make_counties, examine, check_doubts, write_files,
};

mintu_status mintu_gazetteer_boundaries(mintu_context *context, const mintu_gazetteer *gazetteer,
                                        const mintu_boundaries_options *options, mintu_error *error, mintu_layer **findings)
{
    if (findings)
        *findings = NULL;
    if (MINTU_GIVEN(error, context, gazetteer, options) || MINTU_RESERVED_ZERO(error, options) ||
        MINTU_DATE_GIVEN(error, options->as_of))
        return MINTU_STATUS_USAGE;
    importing work = {.context = context, .gazetteer = gazetteer, .options = options};
    if ((unsigned)work.options->datum >= MINTU_DATUM_END)
        return mintu_fail(error, MINTU_STATUS_USAGE,
                          "%s: the datum is not one of its enum; give MINTU_DATUM_WGS84, GCJ02 or BD09", DOING);
    mintu_status status = MINTU_STATUS_OK;
    for (size_t i = 0; i < sizeof steps / sizeof *steps && status == MINTU_STATUS_OK; i++)
        status = steps[i](&work, error);
    for (size_t row = 0; work.matches.texts && row < mintu_layer_count(work.raw); row++)
        free(work.matches.texts[row]);
    free(work.matches.texts);
    free(work.matches.units);
    free(work.target);
    free(work.first);
    free(work.table);
    mintu_layer_free(work.raw);
    mintu_layer_free(work.counties);
    if (findings)
        *findings = work.findings;
    else
        mintu_layer_free(work.findings);
    return status == MINTU_STATUS_OK && (work.unmatched || work.doubtful) ? MINTU_STATUS_FINDINGS : status;
}
