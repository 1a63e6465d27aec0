/* What is doubtful about lines that somebody brings: rows without a line, rows off the land, another datum than declared. */
#include "base/argument.h"
#include "base/array.h"
#include "base/error.h"
#include "gazetteer/place_rows.h"
#include "geometry/datum.h"
#include "geometry/measure.h"
#include "geometry/sight.h"
#include "layer/layer_end.h"
#include "layer/shape.h"

#include <mintu/greenway.h>

#include <math.h>
#include <stdlib.h>

static const char DOING[] = N_("examining the greenway lines");
static const double MARGIN = 0.003; /* of a degree: how far off a generalised coast may be */

/* Vertices are looked at evenly, so many of a row for the land and of a layer for the datum; of these so many must be near a known
 * line. The offsets of web maps are below 1.5 km. */
enum { PER_ROW = 64, SAMPLES = 4096, FEWEST = 20, LISTED = 8 };
static const double NEAR_M = 2000;

/* Another datum must fit better by half and by 50 m, and well. */
static const double CLEARLY = 0.5, AT_LEAST = 50, WELL = 150;

typedef struct rows {
    size_t count;
    mintu_buffer list; /* "1, 4, 7": the first of them */
} rows;

typedef struct job {
    const mintu_greenway_options *options;
    mintu_sight *land;
    mintu_nearest *known;
    rows empty, broken, outside;
    double *samples; /* as they stand in the lines */
    size_t sample_count, seen, stride;
} job;

static void add_number(rows *to, size_t row)
{
    if (to->count++ < LISTED)
        mintu_buffer_format(&to->list, "%s%zu", to->count > 1 ? ", " : "", row + 1);
}

/* When there is no room every second sample goes, and from then on half as many are taken. */
static void add_sample(job *j, const double *xy)
{
    if (j->seen++ % j->stride)
        return;
    if (j->sample_count == SAMPLES) {
        for (size_t i = 0; i < SAMPLES; i++)
            j->samples[i] = j->samples[i / 2 * 4 + i % 2];
        j->sample_count = SAMPLES / 2;
        j->stride *= 2;
    }
    j->samples[2 * j->sample_count] = xy[0];
    j->samples[2 * j->sample_count++ + 1] = xy[1];
}

/* Whether any of a row's vertices is on land. */
static mintu_status touches_land(const job *j, const mintu_shape *shape, mintu_error *error, bool *out)
{
    mintu_status status = MINTU_STATUS_OK;
    size_t step = shape->vertex_count / PER_ROW + 1;
    *out = !j->land;
    for (size_t v = 0; v < shape->vertex_count && !*out && status == MINTU_STATUS_OK; v += step) {
        double at[2] = {shape->xy[2 * v], shape->xy[2 * v + 1]};
        mintu_datum_to_wgs84(j->options->datum, at, 1);
        status = mintu_sight_clear(j->land, at, at, error, out);
    }
    return status;
}

static mintu_status examine_row(job *j, size_t row, const mintu_shape *shape, mintu_error *error)
{
    bool length = false, broken = false, land = false;
    for (size_t part = 0; shape->type == MINTU_GEOMETRY_TYPE_LINE && part < shape->part_count; part++)
        for (size_t v = shape->starts[part]; v < shape->starts[part + 1]; v++) {
            const double *at = shape->xy + 2 * v;
            broken |= !mintu_is_position(at);
            length |= v > shape->starts[part] && (at[0] != at[-2] || at[1] != at[-1]);
            if (mintu_is_position(at))
                add_sample(j, at);
        }
    if (!length)
        add_number(&j->empty, row);
    else if (broken)
        add_number(&j->broken, row);
    if (!length || broken)
        return MINTU_STATUS_OK;
    mintu_status status = touches_land(j, shape, error, &land);
    if (status == MINTU_STATUS_OK && !land)
        add_number(&j->outside, row);
    return status;
}

/* How far in metres a sample is from the known lines, were it in a datum. */
static double distance_of(const job *j, size_t sample, mintu_datum datum)
{
    double at[2] = {j->samples[2 * sample], j->samples[2 * sample + 1]};
    mintu_nearest_hit hit;
    mintu_datum_to_wgs84(datum, at, 1);
    mintu_nearest_find(j->known, at, 1, &hit);
    return hit.distance_m;
}

/* The median of those samples that count. */
static double median_distance(const job *j, mintu_datum datum, const unsigned char *near, double *room)
{
    size_t count = 0;
    for (size_t i = 0; i < j->sample_count; i++)
        if (near[i])
            room[count++] = distance_of(j, i, datum);
    qsort(room, count, sizeof *room, mintu_double_compare);
    return count ? room[count / 2] : (double)INFINITY;
}

static mintu_status add_row(mintu_layer *out, const char *what, size_t count, const char *text, mintu_error *error)
{
    mintu_row row = mintu_row_append(out, error);
    mintu_row_text(&row, what);
    mintu_row_number(&row, (double)count);
    mintu_row_text(&row, text);
    return row.status;
}

static mintu_status tell_datum(const job *j, mintu_datum best, const double fits[MINTU_DATUM_END], mintu_layer *out,
                               mintu_error *error)
{
    const char *said = mintu_datum_title(j->options->datum), *fit = mintu_datum_title(best);
    mintu_buffer text = {0};
    mintu_buffer_format(
        &text,
        mintu_message("the lines are said to be %s, but follow the known greenways only as %s: %.0f m off them (median) as %s, "
                      "%.0f m as %s; declare the datum %s"),
        said, fit, fits[j->options->datum], said, fits[best], fit, mintu_datum_word(best));
    mintu_status status = text.failed ? mintu_fail_memory(error, DOING) : add_row(out, "datum", j->seen, text.data, error);
    mintu_buffer_free(&text);
    return status;
}

static mintu_status examine_datum(const job *j, mintu_layer *out, mintu_error *error)
{
    unsigned char near[SAMPLES];
    double fits[MINTU_DATUM_END], *room = calloc(SAMPLES, sizeof *room);
    mintu_datum declared = j->options->datum, best = declared;
    if (!room)
        return mintu_fail_memory(error, DOING);
    size_t count = 0;
    for (size_t i = 0; i < j->sample_count; i++)
        count += near[i] = distance_of(j, i, declared) <= NEAR_M;
    for (int datum = 0; datum < MINTU_DATUM_END && count >= FEWEST; datum++) {
        fits[datum] = median_distance(j, (mintu_datum)datum, near, room);
        if (datum == 0 || fits[datum] < fits[best])
            best = (mintu_datum)datum;
    }
    free(room);
    if (count < FEWEST || best == declared || fits[best] > WELL || fits[best] > CLEARLY * fits[declared] ||
        fits[declared] - fits[best] < AT_LEAST)
        return MINTU_STATUS_OK;
    return tell_datum(j, best, fits, out, error);
}

static mintu_status tell_rows(const job *j, const char *what, const rows *found, const char *problem, mintu_layer *out,
                              mintu_error *error)
{
    mintu_buffer text = {0};
    if (!found->count)
        return MINTU_STATUS_OK;
    mintu_buffer_format(&text, mintu_message("%zu of %zu rows of the lines %s %s: row %s%s"), found->count,
                        mintu_layer_count(j->options->lines), mintu_layer_name(j->options->lines), mintu_message(problem),
                        found->list.data, found->count > LISTED ? ", …" : "");
    mintu_status status = text.failed || found->list.failed ? mintu_fail_memory(error, DOING)
                                                            : add_row(out, what, found->count, text.data, error);
    mintu_buffer_free(&text);
    return status;
}

static mintu_status examine(job *j, mintu_layer *out, mintu_error *error)
{
    mintu_shape shape = {0};
    mintu_status status = MINTU_STATUS_OK;
    for (size_t row = 0; row < mintu_layer_count(j->options->lines) && status == MINTU_STATUS_OK; row++) {
        status = mintu_layer_shape(j->options->lines, row, &shape, error);
        if (status == MINTU_STATUS_OK)
            status = examine_row(j, row, &shape, error);
    }
    mintu_shape_free(&shape);
    const struct {
        const char *what, *problem;
        const rows *found;
    } findings[] = {{"no-line", N_("hold no line with a length and are left out"), &j->empty},
                    {"broken", N_("have vertices that are no position, at which the line is interrupted"), &j->broken},
                    {"outside", N_("lie off the land of the data package and are used all the same"), &j->outside}};
    for (size_t i = 0; i < sizeof findings / sizeof *findings && status == MINTU_STATUS_OK; i++)
        status = tell_rows(j, findings[i].what, findings[i].found, findings[i].problem, out, error);
    return status == MINTU_STATUS_OK && j->known ? examine_datum(j, out, error) : status;
}

mintu_status mintu_greenway_examine(mintu_context *context, const mintu_greenway_options *options, const mintu_layer *known,
                                    mintu_error *error, mintu_layer **out)
{
    if (MINTU_GIVEN_OUT(error, out, context, options) || MINTU_RESERVED_ZERO(error, options) ||
        MINTU_DATE_GIVEN(error, options->as_of))
        return MINTU_STATUS_USAGE;
    static const mintu_field fields[] = {{"what", MINTU_TEXT}, {"count", MINTU_WHOLE}, {"text", MINTU_TEXT}};
    job j = {.options = options, .stride = 1, .samples = calloc(SAMPLES, 2 * sizeof(double))};
    if (!j.samples)
        return mintu_fail_memory(error, DOING);
    mintu_status status = MINTU_STATUS_OK;
    if (options->land)
        status = mintu_sight_new(context, options->land, NULL, MARGIN, error, &j.land);
    if (status == MINTU_STATUS_OK && known)
        status = mintu_nearest_new(context, known, MINTU_DATUM_WGS84, error, &j.known);
    if (status == MINTU_STATUS_OK)
        status = mintu_rows_new(context, "greenway-findings", fields, sizeof fields / sizeof *fields, error, out);
    if (status == MINTU_STATUS_OK)
        status = examine(&j, *out, error);
    mintu_sight_free(j.land);
    mintu_nearest_free(j.known);
    free(j.samples);
    mintu_buffer_free(&j.empty.list);
    mintu_buffer_free(&j.broken.list);
    mintu_buffer_free(&j.outside.list);
    return mintu_layer_end(status, out);
}
