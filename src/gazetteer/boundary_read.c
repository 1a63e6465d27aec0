#include "gazetteer/boundary_read.h"

#include "base/message.h"
#include "gazetteer/boundary_datum.h"
#include "gazetteer/boundary_examine.h"
#include "gazetteer/boundary_field.h"
#include "gazetteer/place_rows.h"
#include "gdal/database_read.h"
#include "geometry/clip.h"
#include "geometry/datum.h"

#include <mintu/date.h>
#include <stdlib.h>
#include <string.h>

static const char DOING[] = N_("importing boundaries");

mintu_status mintu_boundary_read_open(mintu_boundary_reading *work, mintu_error *error)
{
    static const mintu_field fields[] = {
        {"status", MINTU_FIELD_TYPE_TEXT}, {"name", MINTU_FIELD_TYPE_TEXT}, {"text", MINTU_FIELD_TYPE_TEXT}};
    return mintu_rows_new(work->context, "findings", fields, 3, error, &work->findings);
}

static mintu_status copy_row(const mintu_boundary_reading *work, const mintu_layer *from, size_t row, size_t field,
                             mintu_error *error)
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

static mintu_status load_file(mintu_boundary_reading *work, mintu_error *error)
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

mintu_status mintu_boundary_read_files(mintu_boundary_reading *work, mintu_error *error)
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
                               "%s: there are no polygons; expected one per county-level unit; name other files",
                               mintu_message(DOING));
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

mintu_status mintu_boundary_read_datum(mintu_boundary_reading *work, const mintu_layer *land, mintu_error *error)
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
            &text, mintu_message(
                       "the fields are those of AMap's and DataV's polygons, which are in GCJ-02, and the coast does not show "
                       "otherwise; import them again as gcj02"));
    else
        mintu_buffer_format(
            &text,
            mintu_message("the borders lie %.0f m from the coast when read as %s, and %.0f m as %s (lower quartiles): the file "
                          "looks shifted; if it "
                          "is, import it again as %s"),
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

mintu_status mintu_boundary_read_cut(mintu_boundary_reading *work, mintu_layer *land, mintu_error *error)
{
    mintu_status status = mintu_layer_datum_convert(work->context, work->raw, work->options->datum, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_polygon_dilate(work->context, land, COAST_MARGIN, error);
    return status == MINTU_STATUS_OK ? mintu_polygon_clip(work->context, work->raw, land, error) : status;
}

mintu_status mintu_boundary_read_names(mintu_boundary_reading *work, int date, mintu_error *error)
{
    size_t count = mintu_layer_count(work->raw);
    work->matches.units = calloc(count + 1, sizeof(mintu_place *));
    work->matches.texts = calloc(count + 1, sizeof *work->matches.texts);
    if (!work->matches.units || !work->matches.texts)
        return mintu_fail_memory(error, DOING);
    work->matches.date = date ? date : mintu_boundary_date(work->gazetteer, work->raw);
    char day[11];
    mintu_date_format(work->matches.date, day);
    mintu_context_notice(work->context, "the names of the polygons are read as those of %s", day);
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
                            mintu_message(DOING), count, mintu_layer_text(work->raw, 0, MINTU_RAW_NAME));
    return status;
}

const char *mintu_boundary_read_source(const mintu_boundary_reading *work)
{
    const char *slash = strrchr(work->first, '/');
    return work->options->source ? work->options->source : work->table ? work->table : slash ? slash + 1 : work->first;
}

mintu_status mintu_boundary_read_end(mintu_boundary_reading *work, mintu_status status, mintu_layer **findings)
{
    for (size_t row = 0; work->matches.texts && row < mintu_layer_count(work->raw); row++)
        free(work->matches.texts[row]);
    free(work->matches.texts);
    free(work->matches.units);
    free(work->first);
    free(work->table);
    mintu_layer_free(work->raw);
    if (findings)
        *findings = work->findings;
    else
        mintu_layer_free(work->findings);
    return status == MINTU_STATUS_OK && (work->unmatched || work->doubtful || work->joined) ? MINTU_STATUS_FINDINGS : status;
}
