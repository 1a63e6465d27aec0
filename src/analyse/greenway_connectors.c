#include "analyse/greenway_connectors.h"

#include "analyse/greenway_places.h"
#include "base/argument.h"
#include "base/array.h"
#include "base/context.h"
#include "base/earth.h"
#include "base/error.h"
#include "gazetteer/place_rows.h"
#include "geometry/nearest.h"
#include "layer/layer_end.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const char DOING[] = N_("making connectors");
static const double NEAR_KM = 2;
enum { FIELDS = 256, TRIES = 32 }; /* lines whose ways are kept; nearest lines looked at for a place that no way leads from */

/* One line: the rows with the same key. */
typedef struct line {
    mintu_nearest *nearest;
    mintu_way_target target;
} line;

typedef struct reach {
    size_t line;
    mintu_nearest_hit straight;
    mintu_way way;
} reach;

typedef struct job {
    mintu_ways *ways;
    mintu_linked_places places, towns;
    line *lines;
    size_t line_count, omitted;
    size_t *groups; /* which line a row belongs to */
    reach *reaches; /* of one place, nearest first */
    mintu_buffer names, crossings, kinds;
    size_t passed; /* towns in names */
    double max_km;
    mintu_shape shape;
    bool nearest, limited; /* nearest: only rank 1 is made; limited: because there are too many */
    mintu_layer *out;
} job;

const char *mintu_greenway_line_key(const mintu_layer *lines, size_t row)
{
    const char *key = mintu_layer_field_text(lines, row, "line");
    return key[0] ? key : mintu_layer_field_text(lines, row, "name");
}

/* Rows without a key are each a line of their own. */
static mintu_status index_line(job *j, size_t row, unsigned char *done, unsigned char *mask, mintu_error *error)
{
    const mintu_layer *lines = j->ways->options->lines;
    const char *key = mintu_greenway_line_key(lines, row);
    char *name = mintu_text_copy(key); /* a number's text lives until the next call */
    if (!name)
        return mintu_fail_memory(error, DOING);
    memset(mask, 0, mintu_layer_count(lines));
    for (size_t other = row; other < mintu_layer_count(lines); other++)
        mask[other] = !done[other] && (other == row || (name[0] && strcmp(mintu_greenway_line_key(lines, other), name) == 0));
    for (size_t other = row; other < mintu_layer_count(lines); other++)
        if (mask[other]) {
            done[other] = 1;
            j->groups[other] = row;
        }
    free(name);
    mintu_nearest *nearest = NULL;
    mintu_error problem;
    mintu_status status = mintu_nearest_rows(j->ways->context, lines, mask, j->ways->options->datum, &problem, &nearest);
    if (status == MINTU_STATUS_OK)
        j->lines[j->line_count++] = (line){nearest, {.groups = j->groups, .group = row}};
    else if (status != MINTU_STATUS_INPUT) { /* without a line it was left out, which the listener has heard */
        if (error)
            *error = problem;
        return status;
    }
    return MINTU_STATUS_OK;
}

static mintu_status index_lines(job *j, mintu_error *error)
{
    size_t rows = mintu_layer_count(j->ways->options->lines);
    unsigned char *done = calloc(rows + 1, 2);
    j->lines = calloc(rows + 1, sizeof *j->lines);
    j->reaches = calloc(rows + 1, sizeof *j->reaches);
    j->groups = calloc(rows + 1, sizeof *j->groups);
    if (!done || !j->lines || !j->reaches || !j->groups) {
        free(done);
        return mintu_fail_memory(error, DOING);
    }
    mintu_status status = MINTU_STATUS_OK;
    for (size_t row = 0; row < rows && status == MINTU_STATUS_OK; row++)
        if (!done[row])
            status = index_line(j, row, done, done + rows, error);
    free(done);
    if (status == MINTU_STATUS_OK && j->line_count == 0)
        status = mintu_fail(error, MINTU_STATUS_INPUT,
                            "%s: the lines %s hold no line with a length (%zu rows); expected lines of two points or more",
                            mintu_message(DOING), mintu_layer_name(j->ways->options->lines), rows);
    return status;
}

/* Whether a town is within reach of a leg of a connector, in a local plane that is good for what is near. */
static bool passes(const double from[2], const double to[2], const double town[2], double near)
{
    const double metres = MINTU_METRES_PER_DEGREE, off = near / metres;
    if (town[1] < fmin(from[1], to[1]) - off || town[1] > fmax(from[1], to[1]) + off)
        return false;
    double shrink = cos((from[1] + to[1]) / 2 * MINTU_DEGREE);
    double along[2] = {(to[0] - from[0]) * shrink * metres, (to[1] - from[1]) * metres};
    double at[2] = {(town[0] - from[0]) * shrink * metres, (town[1] - from[1]) * metres};
    double square = along[0] * along[0] + along[1] * along[1];
    double share = square > 0 ? (at[0] * along[0] + at[1] * along[1]) / square : 0;
    share = fmin(fmax(share, 0), 1);
    double x = at[0] - share * along[0], y = at[1] - share * along[1];
    return x * x + y * y <= near * near;
}

static bool passes_way(const mintu_route *route, const double town[2], double near)
{
    for (size_t i = 1; i < route->count; i++)
        if (passes(route->lonlat + 2 * i - 2, route->lonlat + 2 * i, town, near))
            return true;
    return false;
}

static void find_towns(job *j, const mintu_linked_place *place, const mintu_route *route)
{
    double near = 1000 * (j->ways->options->near_km > 0 ? j->ways->options->near_km : NEAR_KM);
    mintu_buffer_clear(&j->names);
    mintu_buffer_text(&j->names, "");
    j->passed = 0;
    for (size_t i = 0; i < j->towns.count && !j->nearest; i++) {
        const mintu_linked_place *town = &j->towns.items[i];
        bool self = town->code[0] && strcmp(town->code, place->code) == 0;
        if (self || hypot(town->lonlat[0] - place->lonlat[0], town->lonlat[1] - place->lonlat[1]) < 1e-9 ||
            !passes_way(route, town->lonlat, near))
            continue;
        mintu_buffer_format(&j->names, "%s%s", j->passed++ ? "|" : "", town->name);
    }
}

static mintu_status describe(job *j, const mintu_linked_place *place, const mintu_way *way, mintu_error *error)
{
    find_towns(j, place, &way->route);
    mintu_ways_name(j->ways, way, "name", &j->crossings);
    mintu_ways_name(j->ways, way, "kind", &j->kinds);
    return j->names.failed || j->crossings.failed || j->kinds.failed ? mintu_fail_memory(error, DOING) : MINTU_STATUS_OK;
}

static mintu_status add_row(job *j, const mintu_linked_place *place, const reach *reached, size_t rank, mintu_error *error)
{
    const mintu_layer *lines = j->ways->options->lines;
    const mintu_route *route = &reached->way.route;
    const double *foot = route->lonlat + 2 * route->count - 2;
    size_t from = (size_t)route->row, at = mintu_layer_count(j->out);
    mintu_status status = describe(j, place, &reached->way, error);
    if (status != MINTU_STATUS_OK)
        return status;
    mintu_row row = mintu_row_append(j->out, error);
    const char *texts[] = {place->code, place->name, place->kind, place->county, place->prefecture, place->precision};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        mintu_row_text(&row, texts[i]);
    mintu_row_text(&row, mintu_layer_field_text(lines, from, "line"));
    MINTU_ROW_TEXTS(&row, mintu_layer_field_text(lines, from, "name"), reached->way.course);
    MINTU_ROW_TEXTS(&row, mintu_layer_field_text(lines, from, "certainty"), j->names.data);
    MINTU_ROW_TEXTS(&row, mintu_layer_field_text(lines, from, "source"), j->crossings.data, j->kinds.data);
    const double numbers[] = {(double)rank, (double)j->passed, route->length, reached->straight.distance_m, foot[0], foot[1]};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        mintu_row_number(&row, numbers[i]);
    return row.status == MINTU_STATUS_OK ? mintu_way_draw(&reached->way, &j->shape, j->out, at, error) : row.status;
}

static bool is_cut_off(const reach *reached)
{
    return strcmp(reached->way.course, "no-land-route") == 0;
}

/* Lines that a way on land leads to come first, then the nearest. */
static int compare_reaches(const void *a, const void *b)
{
    const reach *x = a, *y = b;
    if (is_cut_off(x) != is_cut_off(y))
        return is_cut_off(x) - is_cut_off(y);
    if (x->way.route.length != y->way.route.length)
        return x->way.route.length > y->way.route.length ? 1 : -1;
    return (x->line > y->line) - (x->line < y->line);
}

static int compare_straight(const void *a, const void *b)
{
    const reach *x = a, *y = b;
    if (x->straight.distance_m != y->straight.distance_m)
        return x->straight.distance_m > y->straight.distance_m ? 1 : -1;
    return (x->line > y->line) - (x->line < y->line);
}

/* Ways to all lines, the best first; of too many, only the best: a line farther off straight than that one's way is not it. */
static mintu_status find_ways(job *j, const mintu_linked_place *place, mintu_error *error)
{
    mintu_status status = MINTU_STATUS_OK;
    for (size_t i = 0; i < j->line_count; i++) {
        j->reaches[i].line = i;
        mintu_nearest_find(j->lines[i].nearest, place->lonlat, 1, &j->reaches[i].straight);
    }
    qsort(j->reaches, j->line_count, sizeof *j->reaches, compare_straight);
    size_t found = 0;
    for (; found < j->line_count && status == MINTU_STATUS_OK; found++) {
        reach *here = &j->reaches[found], *best = &j->reaches[0];
        if (j->nearest && found > 0 &&
            (is_cut_off(best) ? j->limited && found == TRIES : here->straight.distance_m > best->way.route.length))
            break;
        status = mintu_ways_find(j->ways, &j->lines[here->line].target, place->lonlat, &here->straight, error, &here->way);
        if (j->line_count > FIELDS) {
            mintu_route_field_free(j->lines[here->line].target.field);
            j->lines[here->line].target.field = NULL;
        }
        if (status == MINTU_STATUS_OK && j->nearest && compare_reaches(here, best) < 0) {
            reach swapped = *here;
            *here = *best;
            *best = swapped;
        }
    }
    if (status == MINTU_STATUS_OK && !j->nearest)
        qsort(j->reaches, j->line_count, sizeof *j->reaches, compare_reaches);
    return status;
}

static mintu_status connect(job *j, const mintu_linked_place *place, mintu_error *error)
{
    mintu_status status = find_ways(j, place, error);
    for (size_t i = 0; i < (j->nearest ? 1 : j->line_count) && status == MINTU_STATUS_OK; i++) {
        if (j->max_km > 0 && j->reaches[i].way.route.length > 1000 * j->max_km)
            j->omitted++;
        else
            status = add_row(j, place, &j->reaches[i], i + 1, error);
    }
    return status;
}

static mintu_status set_notes(const job *j, mintu_error *error)
{
    mintu_status status = mintu_layer_note_set(j->out, "title", "greenway connectors", error);
    if (status == MINTU_STATUS_OK)
        status = mintu_layer_note_set(j->out, "note",
                                      "connectors are the shortest ways on land, over crossings where these shorten them; "
                                      "course says which have no such way and are straight; a length of 0 means that the "
                                      "line is drawn through the place",
                                      error);
    const char *const keys[] = {"omitted", "doubles", "unplaced", "limited"};
    const size_t counts[] = {j->omitted, j->places.doubles, j->places.unplaced,
                             j->limited ? j->places.count * j->line_count : 0};
    for (size_t i = 0; i < sizeof keys / sizeof *keys && status == MINTU_STATUS_OK; i++)
        if (counts[i])
            status = mintu_layer_note_count(j->out, keys[i], counts[i], error);
    return status;
}

static mintu_status prepare(job *j, mintu_error *error)
{
    static const mintu_field fields[] = {
        {"place_code", MINTU_TEXT}, {"place", MINTU_TEXT},          {"kind", MINTU_TEXT},     {"county", MINTU_TEXT},
        {"prefecture", MINTU_TEXT}, {"precision", MINTU_TEXT},      {"line", MINTU_TEXT},     {"line_name", MINTU_TEXT},
        {"course", MINTU_TEXT},     {"certainty", MINTU_TEXT},      {"towns", MINTU_TEXT},    {"source", MINTU_TEXT},
        {"crossings", MINTU_TEXT},  {"crossing_kinds", MINTU_TEXT}, {"rank", MINTU_WHOLE},    {"town_count", MINTU_WHOLE},
        {"length_m", MINTU_REAL},   {"straight_m", MINTU_REAL},     {"foot_lon", MINTU_REAL}, {"foot_lat", MINTU_REAL}};
    mintu_status status = index_lines(j, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_linked_places_read(j->ways->context, j->ways->options->places, error, &j->places);
    if (status == MINTU_STATUS_OK && j->ways->options->towns && !j->nearest)
        status = mintu_linked_places_read(j->ways->context, j->ways->options->towns, error, &j->towns);
    if (status == MINTU_STATUS_OK)
        status =
            mintu_rows_new(j->ways->context, "greenway-connectors", fields, sizeof fields / sizeof *fields, error, &j->out);
    j->limited = !j->nearest && j->places.count * j->line_count > MINTU_GREENWAY_CONNECTORS;
    j->nearest |= j->limited;
    return status;
}

static void finish(job *j)
{
    for (size_t i = 0; i < j->line_count; i++) {
        mintu_nearest_free(j->lines[i].nearest);
        mintu_route_field_free(j->lines[i].target.field);
        mintu_route_free(&j->reaches[i].way.route);
    }
    free(j->lines);
    free(j->reaches);
    free(j->groups);
    mintu_linked_places_free(&j->places);
    mintu_linked_places_free(&j->towns);
    mintu_buffer_free(&j->names);
    mintu_buffer_free(&j->crossings);
    mintu_buffer_free(&j->kinds);
    mintu_shape_free(&j->shape);
}

mintu_status mintu_greenway_connect(mintu_ways *ways, bool nearest, mintu_error *error, mintu_layer **out)
{
    job j = {.ways = ways, .nearest = nearest, .max_km = nearest ? 0 : ways->options->max_km};
    mintu_status status = prepare(&j, error);
    for (size_t i = 0; i < j.places.count && status == MINTU_STATUS_OK; i++)
        status = connect(&j, &j.places.items[i], error);
    if (status == MINTU_STATUS_OK)
        status = set_notes(&j, error);
    finish(&j);
    *out = j.out;
    return mintu_layer_end(status, out);
}

mintu_status mintu_greenway_connectors(mintu_context *context, const mintu_greenway_options *options, mintu_error *error,
                                       mintu_layer **out)
{
    if (MINTU_GIVEN_OUT(error, out, context, options) || MINTU_RESERVED_ZERO(error, options) ||
        MINTU_DATE_GIVEN(error, options->as_of))
        return MINTU_STATUS_USAGE;
    mintu_ways ways;
    mintu_status status = mintu_ways_open(context, options, error, &ways);
    if (status == MINTU_STATUS_OK)
        status = mintu_greenway_connect(&ways, false, error, out);
    mintu_ways_close(&ways);
    return status;
}
