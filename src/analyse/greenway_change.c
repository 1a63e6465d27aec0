/* What changes when lines are added or dropped: nearest lines of places, and totals. */
#include "analyse/greenway_change.h"

#include "analyse/greenway_places.h"
#include "base/array.h"
#include "base/error.h"
#include "gazetteer/rows.h"
#include "geo/datum.h"
#include "geo/shape.h"

#include <math.h>
#include <string.h>

static const char DOING[] = "comparing greenway lines";
static const double SAME_M = 0.001; /* what is less is no change */

/* The lines of before or after. */
typedef struct side {
    const mintu_layer *lines;
    mintu_nearest *nearest;
    double total_m;
} side;

typedef struct job {
    const mintu_greenway_options *options;
    const mintu_greenway_change *change;
    mintu_linked_places places;
    side before, after;
    mintu_layer *lines_after, *out;
    mintu_shape shape;
    size_t changed;
} job;

static mintu_status prepare(mintu_context *context, job *j, mintu_error *error)
{
    mintu_status status = mintu_greenway_lines_after(context, j->options, j->change, error, &j->lines_after);
    j->before.lines = j->options->lines;
    j->after.lines = j->lines_after;
    if (status == MINTU_STATUS_OK)
        status = mintu_nearest_new(context, j->before.lines, j->options->datum, error, &j->before.nearest);
    if (status == MINTU_STATUS_OK)
        status = mintu_nearest_new(context, j->after.lines, MINTU_DATUM_WGS84, error, &j->after.nearest);
    return status == MINTU_STATUS_OK ? mintu_linked_places_read(context, j->options->places, error, &j->places) : status;
}

static void finish(job *j)
{
    mintu_nearest_free(j->before.nearest);
    mintu_nearest_free(j->after.nearest);
    mintu_linked_places_free(&j->places);
    mintu_layer_free(j->lines_after);
    mintu_shape_free(&j->shape);
}

/* A stretch of a line that is added or dropped. */
static mintu_status add_line(job *j, const mintu_layer *lines, size_t at, bool added, mintu_datum datum, mintu_error *error)
{
    mintu_status status = mintu_layer_shape(lines, at, &j->shape, error);
    if (status != MINTU_STATUS_OK || j->shape.type != MINTU_GEOMETRY_TYPE_LINE)
        return status;
    mintu_row row = mintu_row_append(j->out, error);
    mintu_row_text(&row, added ? "added" : "dropped");
    row.field = 6;
    for (int after = 0; after < 2; after++) {
        bool here = after == added;
        mintu_row_text(&row, here ? mintu_greenway_line_key(lines, at) : "");
        mintu_row_text(&row, here ? mintu_layer_field_text(lines, at, "name") : "");
        mintu_row_text(&row, here ? mintu_layer_field_text(lines, at, "certainty") : "");
    }
    if (row.status != MINTU_STATUS_OK)
        return row.status;
    mintu_datum_to_wgs84(datum, j->shape.xy, j->shape.vertex_count);
    return mintu_layer_shape_set(j->out, row.row, &j->shape, error);
}

static mintu_status add_lines(job *j, mintu_error *error)
{
    const mintu_layer *lines = j->options->lines;
    mintu_status status = MINTU_STATUS_OK;
    for (size_t row = 0; row < mintu_layer_count(lines) && status == MINTU_STATUS_OK; row++)
        if (mintu_greenway_is_dropped(lines, row, j->change))
            status = add_line(j, lines, row, false, j->options->datum, error);
    for (size_t row = 0; row < mintu_layer_count(j->lines_after) && status == MINTU_STATUS_OK; row++)
        if (mintu_layer_number(j->lines_after, row, MINTU_LINES_ADDED) > 0)
            status = add_line(j, j->lines_after, row, true, MINTU_DATUM_WGS84, error);
    return status;
}

static mintu_status set_connector(job *j, const double from[2], const double to[2], size_t row, mintu_error *error)
{
    mintu_shape_clear(&j->shape);
    j->shape.type = MINTU_GEOMETRY_TYPE_LINE;
    mintu_status status = mintu_shape_part(&j->shape, true, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_shape_vertex(&j->shape, from[0], from[1], error);
    if (status == MINTU_STATUS_OK)
        status = mintu_shape_vertex(&j->shape, to[0], to[1], error);
    return status == MINTU_STATUS_OK ? mintu_layer_shape_set(j->out, row, &j->shape, error) : status;
}

static void write_end(mintu_row *row, const mintu_layer *lines, const mintu_nearest_hit *hit)
{
    mintu_row_text(row, mintu_greenway_line_key(lines, (size_t)hit->row));
    mintu_row_text(row, mintu_layer_field_text(lines, (size_t)hit->row, "name"));
    mintu_row_text(row, mintu_layer_field_text(lines, (size_t)hit->row, "certainty"));
}

static mintu_status compare_place(job *j, const mintu_linked_place *place, mintu_error *error)
{
    mintu_nearest_hit before, after;
    mintu_nearest_find(j->before.nearest, place->lonlat, 1, &before);
    mintu_nearest_find(j->after.nearest, place->lonlat, 1, &after);
    if (before.row < 0 || after.row < 0)
        return MINTU_STATUS_OK;
    double change = after.distance_m - before.distance_m;
    bool other = strcmp(mintu_greenway_line_key(j->before.lines, (size_t)before.row),
                        mintu_greenway_line_key(j->after.lines, (size_t)after.row)) != 0;
    j->before.total_m += before.distance_m;
    j->after.total_m += after.distance_m;
    if (fabs(change) <= SAME_M && !other)
        return MINTU_STATUS_OK;
    j->changed++;
    mintu_row row = mintu_row_append(j->out, error);
    const char *const texts[] = {fabs(change) <= SAME_M ? "other-line"
                                 : change < 0           ? "nearer"
                                                        : "farther",
                                 place->code,
                                 place->name,
                                 place->kind,
                                 place->county,
                                 place->prefecture};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        mintu_row_text(&row, texts[i]);
    write_end(&row, j->before.lines, &before);
    write_end(&row, j->after.lines, &after);
    mintu_row_number(&row, before.distance_m / 1000);
    mintu_row_number(&row, after.distance_m / 1000);
    mintu_row_number(&row, change / 1000);
    return row.status == MINTU_STATUS_OK ? set_connector(j, place->lonlat, after.lonlat, row.row, error) : row.status;
}

static mintu_status note_count(mintu_layer *layer, const char *key, size_t count, mintu_error *error)
{
    mintu_buffer text = {0};
    mintu_buffer_format(&text, "%zu", count);
    mintu_status status = text.failed ? mintu_fail_memory(error, DOING) : mintu_layer_note_set(layer, key, text.data, error);
    mintu_buffer_free(&text);
    return status;
}

static mintu_status set_notes(const job *j, mintu_error *error)
{
    const struct {
        const char *key;
        size_t count;
    } counts[] = {
        {"places", j->places.count}, {"changed", j->changed}, {"doubles", j->places.doubles}, {"unplaced", j->places.unplaced}};
    mintu_buffer text = {0};
    mintu_status status = mintu_layer_note_set(j->out, "title", "what changes with the greenway lines", error);
    for (size_t i = 0; i < sizeof counts / sizeof *counts && status == MINTU_STATUS_OK; i++)
        if (i < 2 || counts[i].count)
            status = note_count(j->out, counts[i].key, counts[i].count, error);
    mintu_buffer_format(&text, "%.3f km before, %.3f km after, change %+.3f km", j->before.total_m / 1000,
                        j->after.total_m / 1000, (j->after.total_m - j->before.total_m) / 1000);
    if (status == MINTU_STATUS_OK)
        status = text.failed ? mintu_fail_memory(error, DOING) : mintu_layer_note_set(j->out, "straight", text.data, error);
    mintu_buffer_free(&text);
    return status;
}

mintu_status mintu_greenway_changes(mintu_context *context, const mintu_greenway_options *options,
                                    const mintu_greenway_change *change, mintu_error *error, mintu_layer **out)
{
    static const mintu_field fields[] = {{"what", MINTU_FIELD_TYPE_TEXT},
                                         {"place_code", MINTU_FIELD_TYPE_TEXT},
                                         {"place", MINTU_FIELD_TYPE_TEXT},
                                         {"kind", MINTU_FIELD_TYPE_TEXT},
                                         {"county", MINTU_FIELD_TYPE_TEXT},
                                         {"prefecture", MINTU_FIELD_TYPE_TEXT},
                                         {"line_before", MINTU_FIELD_TYPE_TEXT},
                                         {"name_before", MINTU_FIELD_TYPE_TEXT},
                                         {"certainty_before", MINTU_FIELD_TYPE_TEXT},
                                         {"line_after", MINTU_FIELD_TYPE_TEXT},
                                         {"name_after", MINTU_FIELD_TYPE_TEXT},
                                         {"certainty_after", MINTU_FIELD_TYPE_TEXT},
                                         {"before_km", MINTU_FIELD_TYPE_REAL},
                                         {"after_km", MINTU_FIELD_TYPE_REAL},
                                         {"change_km", MINTU_FIELD_TYPE_REAL}};
    job j = {.options = options, .change = change};
    *out = NULL;
    mintu_status status = prepare(context, &j, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_rows_new(context, "greenway-changes", fields, sizeof fields / sizeof *fields, error, &j.out);
    if (status == MINTU_STATUS_OK)
        status = add_lines(&j, error);
    for (size_t i = 0; i < j.places.count && status == MINTU_STATUS_OK; i++)
        status = compare_place(&j, &j.places.items[i], error);
    if (status == MINTU_STATUS_OK)
        status = set_notes(&j, error);
    finish(&j);
    if (status != MINTU_STATUS_OK) {
        mintu_layer_free(j.out);
        return status;
    }
    *out = j.out;
    return MINTU_STATUS_OK;
}
