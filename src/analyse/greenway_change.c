/* What changes when lines are added or dropped: nearest lines of places, and totals. */

#include "analyse/greenway_change_lines.h"
#include "analyse/greenway_connectors.h"
#include "base/argument.h"
#include "base/array.h"
#include "base/error.h"
#include "gazetteer/place_rows.h"
#include "geometry/datum.h"
#include "layer/layer_end.h"
#include "layer/shape.h"

#include <math.h>
#include <string.h>

static const char DOING[] = N_("comparing greenway lines");
static const double SAME_M = 0.001; /* what is less is no change */

typedef struct job {
    const mintu_greenway_options *options;
    const mintu_greenway_change *change;
    mintu_layer *lines_after, *out;
    mintu_layer *nearest[2]; /* connectors of rank 1 before and after, a row per place */
    double total_m[2];
    mintu_shape shape;
    size_t changed;
} job;

/* The same ways before and after: land, barriers and crossings do not change. */
static mintu_status connect(mintu_context *context, job *j, mintu_error *error)
{
    mintu_greenway_options after = *j->options;
    mintu_ways ways;
    after.lines = j->lines_after;
    after.datum = MINTU_DATUM_WGS84;
    mintu_status status = mintu_ways_open(context, j->options, error, &ways);
    if (status == MINTU_STATUS_OK)
        status = mintu_greenway_connect(&ways, true, error, &j->nearest[0]);
    ways.options = &after;
    if (status == MINTU_STATUS_OK)
        status = mintu_greenway_connect(&ways, true, error, &j->nearest[1]);
    mintu_ways_close(&ways);
    return status;
}

/* A stretch of a line that is added or dropped. */
static mintu_status add_line(job *j, size_t at, bool added, mintu_error *error)
{
    const mintu_layer *lines = added ? j->lines_after : j->options->lines;
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
    mintu_datum_to_wgs84(added ? MINTU_DATUM_WGS84 : j->options->datum, j->shape.xy, j->shape.vertex_count);
    return mintu_layer_shape_set(j->out, row.row, &j->shape, error);
}

static mintu_status add_lines(job *j, mintu_error *error)
{
    const mintu_layer *lines = j->options->lines;
    mintu_status status = MINTU_STATUS_OK;
    for (size_t row = 0; row < mintu_layer_count(lines) && status == MINTU_STATUS_OK; row++)
        if (mintu_greenway_is_dropped(lines, row, j->change))
            status = add_line(j, row, false, error);
    for (size_t row = 0; row < mintu_layer_count(j->lines_after) && status == MINTU_STATUS_OK; row++)
        if (mintu_layer_number(j->lines_after, row, MINTU_LINES_ADDED) > 0)
            status = add_line(j, row, true, error);
    return status;
}

static bool is_cut_off(const mintu_layer *nearest, size_t at)
{
    return strcmp(mintu_layer_field_text(nearest, at, "course"), "no-land-route") == 0;
}

static const char *key_of(const mintu_layer *nearest, size_t at)
{
    const char *line = mintu_layer_field_text(nearest, at, "line");
    return line[0] ? line : mintu_layer_field_text(nearest, at, "line_name");
}

/* NULL: nothing changes for the place. */
static const char *what_changes(const job *j, size_t at, double change)
{
    bool cut[2] = {is_cut_off(j->nearest[0], at), is_cut_off(j->nearest[1], at)};
    if (cut[0] != cut[1])
        return cut[1] ? "cut-off" : "reached";
    if (fabs(change) > SAME_M)
        return change < 0 ? "nearer" : "farther";
    return strcmp(key_of(j->nearest[0], at), key_of(j->nearest[1], at)) == 0 ? NULL : "other-line";
}

static mintu_status add_place(job *j, size_t at, const char *what, const double metres[2], mintu_error *error)
{
    static const char *const place[] = {"place_code", "place", "kind", "county", "prefecture"};
    static const char *const end[] = {"line", "line_name", "certainty"};
    mintu_row row = mintu_row_append(j->out, error);
    mintu_row_text(&row, what);
    for (size_t i = 0; i < sizeof place / sizeof *place; i++)
        mintu_row_text(&row, mintu_layer_field_text(j->nearest[1], at, place[i]));
    for (size_t i = 0; i < 2 * sizeof end / sizeof *end; i++)
        mintu_row_text(&row, mintu_layer_field_text(j->nearest[i / 3], at, end[i % 3]));
    for (int side = 0; side < 2; side++)
        mintu_row_text(&row, mintu_layer_field_text(j->nearest[side], at, "course"));
    MINTU_ROW_NUMBERS(&row, metres[0] / 1000, metres[1] / 1000, (metres[1] - metres[0]) / 1000);
    mintu_row_shape(&row, j->nearest[1], at);
    return row.status;
}

/* Both layers have the places in their order, so rows with the same number are one place. */
static mintu_status compare_places(job *j, mintu_error *error)
{
    size_t length = (size_t)mintu_layer_field_find(j->nearest[0], "length_m");
    mintu_status status = MINTU_STATUS_OK;
    for (size_t at = 0; at < mintu_layer_count(j->nearest[0]) && status == MINTU_STATUS_OK; at++) {
        double metres[2];
        for (int side = 0; side < 2; side++) {
            metres[side] = mintu_layer_number(j->nearest[side], at, length);
            j->total_m[side] += metres[side];
        }
        const char *what = what_changes(j, at, metres[1] - metres[0]);
        if (!what)
            continue;
        j->changed++;
        status = add_place(j, at, what, metres, error);
    }
    return status;
}

static mintu_status set_notes(const job *j, mintu_error *error)
{
    static const char *const keys[] = {"doubles", "unplaced"};
    mintu_buffer text = {0};
    mintu_status status = mintu_layer_note_set(j->out, "title", "what changes with the greenway lines", error);
    if (status == MINTU_STATUS_OK)
        status = mintu_layer_note_count(j->out, "places", mintu_layer_count(j->nearest[0]), error);
    if (status == MINTU_STATUS_OK)
        status = mintu_layer_note_count(j->out, "changed", j->changed, error);
    for (size_t i = 0; i < sizeof keys / sizeof *keys && status == MINTU_STATUS_OK; i++)
        status = mintu_layer_note_set(j->out, keys[i], mintu_layer_note(j->nearest[0], keys[i]), error);
    mintu_buffer_format(&text, "%.3f km before, %.3f km after, change %+.3f km", j->total_m[0] / 1000, j->total_m[1] / 1000,
                        (j->total_m[1] - j->total_m[0]) / 1000);
    if (status == MINTU_STATUS_OK)
        status = text.failed ? mintu_fail_memory(error, DOING) : mintu_layer_note_set(j->out, "sum", text.data, error);
    mintu_buffer_free(&text);
    return status;
}

mintu_status mintu_greenway_changes(mintu_context *context, const mintu_greenway_options *options,
                                    const mintu_greenway_change *change, mintu_error *error, mintu_layer **out)
{
    if (MINTU_GIVEN_OUT(error, out, context, options, change) || MINTU_RESERVED_ZERO(error, options) ||
        MINTU_DATE_GIVEN(error, options->as_of) || MINTU_RESERVED_ZERO(error, change))
        return MINTU_STATUS_USAGE;
    static const mintu_field fields[] = {
        {"what", MINTU_TEXT},          {"place_code", MINTU_TEXT},   {"place", MINTU_TEXT},
        {"kind", MINTU_TEXT},          {"county", MINTU_TEXT},       {"prefecture", MINTU_TEXT},
        {"line_before", MINTU_TEXT},   {"name_before", MINTU_TEXT},  {"certainty_before", MINTU_TEXT},
        {"line_after", MINTU_TEXT},    {"name_after", MINTU_TEXT},   {"certainty_after", MINTU_TEXT},
        {"course_before", MINTU_TEXT}, {"course_after", MINTU_TEXT}, {"before_km", MINTU_REAL},
        {"after_km", MINTU_REAL},      {"change_km", MINTU_REAL}};
    job j = {.options = options, .change = change};
    mintu_status status = mintu_greenway_lines_after(context, options, change, error, &j.lines_after);
    if (status == MINTU_STATUS_OK)
        status = connect(context, &j, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_rows_new(context, "greenway-changes", fields, sizeof fields / sizeof *fields, error, &j.out);
    if (status == MINTU_STATUS_OK)
        status = add_lines(&j, error);
    if (status == MINTU_STATUS_OK)
        status = compare_places(&j, error);
    if (status == MINTU_STATUS_OK)
        status = set_notes(&j, error);
    mintu_layer_free(j.nearest[0]);
    mintu_layer_free(j.nearest[1]);
    mintu_layer_free(j.lines_after);
    mintu_shape_free(&j.shape);
    *out = j.out;
    return mintu_layer_end(status, out);
}
