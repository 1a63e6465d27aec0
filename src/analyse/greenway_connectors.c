#include "analyse/greenway_places.h"
#include "base/array.h"
#include "base/error.h"
#include "gazetteer/rows.h"
#include "geo/context.h"
#include "geo/nearest.h"
#include "geo/shape.h"
#include "geo/sight.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const char DOING[] = "making connectors";
static const double NEAR_KM = 2, MARGIN = 0.003; /* of a degree, about 300 m: how far off a generalised coast may be */

/* One line: the rows with the same key. */
typedef struct line {
    mintu_nearest *nearest;
} line;

typedef struct reach {
    size_t line;
    mintu_nearest_hit hit;
} reach;

typedef struct job {
    mintu_context *context;
    const mintu_greenway_options *options;
    mintu_linked_places places, towns;
    line *lines;
    size_t line_count, omitted;
    mintu_sight *sight;
    reach *reaches; /* of one place, nearest first */
    mintu_buffer names;
    size_t passed; /* towns in names */
    mintu_shape shape;
    bool limited;
    mintu_layer *out;
} job;

static const char *key_of(const mintu_layer *lines, size_t row)
{
    const char *key = mintu_layer_field_text(lines, row, "line");
    return key[0] ? key : mintu_layer_field_text(lines, row, "name");
}

/* Rows without a key are each a line of their own. */
static mintu_status index_line(job *j, size_t row, unsigned char *done, unsigned char *mask, mintu_error *error)
{
    const mintu_layer *lines = j->options->lines;
    const char *key = key_of(lines, row);
    char *name = mintu_text_copy(key); /* a number's text lives until the next call */
    if (!name)
        return mintu_fail_memory(error, DOING);
    memset(mask, 0, mintu_layer_count(lines));
    for (size_t other = row; other < mintu_layer_count(lines); other++)
        mask[other] = !done[other] && (other == row || (name[0] && strcmp(key_of(lines, other), name) == 0));
    for (size_t other = row; other < mintu_layer_count(lines); other++)
        done[other] |= mask[other];
    free(name);
    mintu_nearest *nearest = NULL;
    mintu_error problem;
    mintu_status status = mintu_nearest_rows(j->context, lines, mask, j->options->datum, &problem, &nearest);
    if (status == MINTU_STATUS_OK)
        j->lines[j->line_count++] = (line){nearest};
    else if (status != MINTU_STATUS_INPUT) { /* without a line it was left out, which the listener has heard */
        if (error)
            *error = problem;
        return status;
    }
    return MINTU_STATUS_OK;
}

static mintu_status index_lines(job *j, mintu_error *error)
{
    size_t rows = mintu_layer_count(j->options->lines);
    unsigned char *done = calloc(rows + 1, 2);
    j->lines = calloc(rows + 1, sizeof *j->lines);
    j->reaches = calloc(rows + 1, sizeof *j->reaches);
    mintu_status status = done && j->lines && j->reaches ? MINTU_STATUS_OK : mintu_fail_memory(error, DOING);
    for (size_t row = 0; row < rows && status == MINTU_STATUS_OK; row++)
        if (!done[row])
            status = index_line(j, row, done, done + rows, error);
    free(done);
    if (status == MINTU_STATUS_OK && j->line_count == 0)
        status = mintu_fail(error, MINTU_STATUS_INPUT,
                            "%s: the lines %s hold no line with a length (%zu rows); expected lines of two points or more",
                            DOING, mintu_layer_name(j->options->lines), rows);
    return status;
}

static mintu_status add_fields(mintu_layer *layer, mintu_error *error)
{
    static const struct {
        const char *name;
        mintu_field_type type;
    } fields[] = {
        {"place_code", MINTU_FIELD_TYPE_TEXT}, {"place", MINTU_FIELD_TYPE_TEXT},         {"kind", MINTU_FIELD_TYPE_TEXT},
        {"county", MINTU_FIELD_TYPE_TEXT},     {"prefecture", MINTU_FIELD_TYPE_TEXT},    {"precision", MINTU_FIELD_TYPE_TEXT},
        {"line", MINTU_FIELD_TYPE_TEXT},       {"line_name", MINTU_FIELD_TYPE_TEXT},     {"course", MINTU_FIELD_TYPE_TEXT},
        {"certainty", MINTU_FIELD_TYPE_TEXT},  {"towns", MINTU_FIELD_TYPE_TEXT},         {"source", MINTU_FIELD_TYPE_TEXT},
        {"rank", MINTU_FIELD_TYPE_INTEGER},    {"town_count", MINTU_FIELD_TYPE_INTEGER}, {"length_m", MINTU_FIELD_TYPE_REAL},
        {"foot_lon", MINTU_FIELD_TYPE_REAL},   {"foot_lat", MINTU_FIELD_TYPE_REAL}};
    mintu_status status = MINTU_STATUS_OK;
    for (size_t i = 0; i < sizeof fields / sizeof *fields && status == MINTU_STATUS_OK; i++)
        status = mintu_layer_field_add(layer, fields[i].name, fields[i].type, error);
    return status;
}

/* Whether a town is within reach of the straight connector, in a local plane that is good for what is near. */
static bool passes(const double from[2], const double to[2], const double town[2], double near)
{
    const double metres = 111195, shrink = cos((from[1] + to[1]) / 2 * acos(-1) / 180);
    double along[2] = {(to[0] - from[0]) * shrink * metres, (to[1] - from[1]) * metres};
    double at[2] = {(town[0] - from[0]) * shrink * metres, (town[1] - from[1]) * metres};
    double square = along[0] * along[0] + along[1] * along[1];
    double share = square > 0 ? (at[0] * along[0] + at[1] * along[1]) / square : 0;
    share = fmin(fmax(share, 0), 1);
    return hypot(at[0] - share * along[0], at[1] - share * along[1]) <= near;
}

static void find_towns(job *j, const mintu_linked_place *place, const double foot[2])
{
    double near = 1000 * (j->options->near_km > 0 ? j->options->near_km : NEAR_KM);
    mintu_buffer_clear(&j->names);
    mintu_buffer_text(&j->names, "");
    j->passed = 0;
    for (size_t i = 0; i < j->towns.count && !j->limited; i++) {
        const mintu_linked_place *town = &j->towns.items[i];
        bool self = town->code[0] && strcmp(town->code, place->code) == 0;
        if (self || hypot(town->lonlat[0] - place->lonlat[0], town->lonlat[1] - place->lonlat[1]) < 1e-9 ||
            !passes(place->lonlat, foot, town->lonlat, near))
            continue;
        mintu_buffer_format(&j->names, "%s%s", j->passed++ ? "|" : "", town->name);
    }
}

static mintu_status find_course(const job *j, const mintu_linked_place *place, const double foot[2], mintu_error *error,
                                const char **out)
{
    bool clear = false;
    *out = "";
    if (!j->sight)
        return MINTU_STATUS_OK;
    mintu_status status = mintu_sight_clear(j->sight, place->lonlat, foot, error, &clear);
    *out = "land";
    if (status != MINTU_STATUS_OK || clear)
        return status;
    status = mintu_sight_clear(j->sight, place->lonlat, place->lonlat, error, &clear);
    *out = clear ? "leaves-land" : "off-land";
    return status;
}

static mintu_status set_line(job *j, const double from[2], const double to[2], size_t row, mintu_error *error)
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

static mintu_status add_row(job *j, const mintu_linked_place *place, const reach *reached, size_t rank, mintu_error *error)
{
    const mintu_layer *lines = j->options->lines;
    const double *foot = reached->hit.lonlat;
    size_t from = (size_t)reached->hit.row, row = mintu_layer_count(j->out), field = 0;
    const char *course;
    mintu_status status = find_course(j, place, foot, error, &course);
    find_towns(j, place, foot);
    if (j->names.failed)
        status = mintu_fail_memory(error, DOING);
    if (status == MINTU_STATUS_OK)
        status = mintu_layer_append(j->out, error);
    const char *texts[] = {place->code, place->name, place->kind, place->county, place->prefecture, place->precision};
    for (size_t i = 0; i < sizeof texts / sizeof *texts && status == MINTU_STATUS_OK; i++)
        status = mintu_layer_text_set(j->out, row, field++, texts[i], error);
    const char *const cells[] = {"line", "name", NULL, "certainty", "", "source"};
    for (size_t i = 0; i < sizeof cells / sizeof *cells && status == MINTU_STATUS_OK; i++) {
        const char *text = !cells[i] ? course : !cells[i][0] ? j->names.data : mintu_layer_field_text(lines, from, cells[i]);
        status = mintu_layer_text_set(j->out, row, field++, text, error);
    }
    const double numbers[] = {(double)rank, (double)j->passed, reached->hit.distance_m, foot[0], foot[1]};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers && status == MINTU_STATUS_OK; i++)
        status = mintu_layer_number_set(j->out, row, field++, numbers[i], error);
    return status == MINTU_STATUS_OK ? set_line(j, place->lonlat, foot, row, error) : status;
}

static int compare_reaches(const void *a, const void *b)
{
    const reach *x = a, *y = b;
    if (x->hit.distance_m != y->hit.distance_m)
        return x->hit.distance_m > y->hit.distance_m ? 1 : -1;
    return (x->line > y->line) - (x->line < y->line);
}

static mintu_status connect(job *j, const mintu_linked_place *place, mintu_error *error)
{
    mintu_status status = MINTU_STATUS_OK;
    for (size_t i = 0; i < j->line_count; i++) {
        j->reaches[i].line = i;
        mintu_nearest_find(j->lines[i].nearest, place->lonlat, 1, &j->reaches[i].hit);
    }
    qsort(j->reaches, j->line_count, sizeof *j->reaches, compare_reaches);
    for (size_t i = 0; i < (j->limited ? 1 : j->line_count) && status == MINTU_STATUS_OK; i++) {
        if (j->options->max_km > 0 && j->reaches[i].hit.distance_m > 1000 * j->options->max_km)
            j->omitted++;
        else
            status = add_row(j, place, &j->reaches[i], i + 1, error);
    }
    return status;
}

static mintu_status set_count(mintu_layer *layer, const char *key, size_t count, mintu_error *error)
{
    mintu_buffer text = {0};
    mintu_buffer_format(&text, "%zu", count);
    mintu_status status = text.failed ? mintu_fail_memory(error, DOING)
                          : count     ? mintu_layer_note_set(layer, key, text.data, error)
                                      : MINTU_STATUS_OK;
    mintu_buffer_free(&text);
    return status;
}

static mintu_status set_notes(const job *j, mintu_error *error)
{
    mintu_status status = mintu_layer_note_set(j->out, "title", "greenway connectors", error);
    if (status == MINTU_STATUS_OK)
        status = mintu_layer_note_set(j->out, "note",
                                      "connectors are straight; course says which leave the land; a length of 0 means that the "
                                      "course is drawn through the place",
                                      error);
    if (status == MINTU_STATUS_OK)
        status = set_count(j->out, "omitted", j->omitted, error);
    if (status == MINTU_STATUS_OK)
        status = set_count(j->out, "doubles", j->places.doubles, error);
    if (status == MINTU_STATUS_OK)
        status = set_count(j->out, "unplaced", j->places.unplaced, error);
    if (status == MINTU_STATUS_OK && j->limited)
        status = set_count(j->out, "limited", j->places.count * j->line_count, error);
    return status;
}

static mintu_status prepare(job *j, mintu_error *error)
{
    mintu_status status = index_lines(j, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_linked_places_read(j->context, j->options->places, error, &j->places);
    if (status == MINTU_STATUS_OK && j->options->towns)
        status = mintu_linked_places_read(j->context, j->options->towns, error, &j->towns);
    if (status == MINTU_STATUS_OK && j->options->land)
        status = mintu_sight_new(j->context, j->options->land, MARGIN, error, &j->sight);
    if (status == MINTU_STATUS_OK)
        status = mintu_layer_new(j->context, "greenway-connectors", error, &j->out);
    if (status == MINTU_STATUS_OK)
        status = add_fields(j->out, error);
    j->limited = j->places.count * j->line_count > MINTU_GREENWAY_CONNECTORS;
    return status;
}

mintu_status mintu_greenway_connectors(mintu_context *context, const mintu_greenway_options *options, mintu_error *error,
                                       mintu_layer **out)
{
    job j = {.context = context, .options = options};
    *out = NULL;
    mintu_status status = prepare(&j, error);
    for (size_t i = 0; i < j.places.count && status == MINTU_STATUS_OK; i++)
        status = connect(&j, &j.places.items[i], error);
    if (status == MINTU_STATUS_OK)
        status = set_notes(&j, error);
    for (size_t i = 0; i < j.line_count; i++)
        mintu_nearest_free(j.lines[i].nearest);
    free(j.lines);
    free(j.reaches);
    mintu_sight_free(j.sight);
    mintu_linked_places_free(&j.places);
    mintu_linked_places_free(&j.towns);
    mintu_buffer_free(&j.names);
    mintu_shape_free(&j.shape);
    if (status != MINTU_STATUS_OK) {
        mintu_layer_free(j.out);
        return status;
    }
    *out = j.out;
    return MINTU_STATUS_OK;
}
