#include "base/argument.h"
#include "reverse/reverse_findings.h"

#include "base/context.h"
#include "base/error.h"
#include "gdal/database_read.h"
#include "reverse/reverse_columns.h"
#include "reverse/reverse_datum.h"
#include "reverse/reverse_faults.h"
#include "reverse/reverse_layer.h"
#include "reverse/reverse_points.h"
#include "reverse/reverse_position.h"
#include "reverse/reverse_write.h"
#include "table/cell_value.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char doing[] = N_("looking up points");

/* One run from file to file. */
typedef struct stream {
    mintu_context *context;
    const mintu_reverser *reverser;
    const char *path; /* in messages */
    const mintu_reverse_options *options;
    mintu_points *points;
    mintu_sink *sink;
    mintu_columns columns;
    mintu_datum_sampler sampler;
    mintu_reverse_faults faults;
    mintu_reverse_summary *summary;
} stream;

static const char *field(const mintu_record *record, size_t index)
{
    return index < record->count ? record->text + record->starts[index] : "";
}

static void add_fault(stream *s, const mintu_record *record, size_t index, int kind, const char *text)
{
    mintu_reverse_faults_add(&s->faults, &(mintu_row_fault){kind, kind == MINTU_FAULT_DAMAGE ? text : "", s->path, record->line,
                                                            mintu_points_column(s->points, index), text});
}

/* True when the row can have a position. */
static bool check_row(stream *s, const mintu_record *record)
{
    mintu_error error;
    if (record->damage) {
        add_fault(s, record, 0, MINTU_FAULT_DAMAGE, record->damage);
        return false;
    }
    if (record->count == s->columns.count)
        return true;
    mintu_fail(&error, MINTU_STATUS_INPUT,
               "the row has %zu fields, expected the header's %zu; look for a missing or unquoted comma", record->count,
               s->columns.count);
    add_fault(s, record, 0, MINTU_FAULT_FIELDS, error.text);
    return false;
}

/* Which kind of fault the error tells of. */
static mintu_row_fault judge(const stream *s, const char *const texts[2], const double *given, const mintu_error *error)
{
    mintu_row_fault fault = {.word = "", .text = error->text};
    if (!given) {
        fault.kind = (int)mintu_position_text_fault(texts, s->context->tables.missing, &fault.word);
    } else {
        fault.kind = mintu_position_swapped(s->reverser, given) ? MINTU_FAULT_TURNED : (int)mintu_position_number_fault(given);
        if (fault.kind == MINTU_FAULT_NONE)
            fault.kind = MINTU_FAULT_OUTSIDE;
    }
    return fault;
}

/* Position of a row in WGS 84, or false with the reason kept. */
static bool read_position(stream *s, const mintu_record *record, double lonlat[2])
{
    mintu_error error;
    if (!check_row(s, record))
        return false;
    const double *point = mintu_points_position(s->points, s->columns.lon, s->columns.lat);
    const char *const texts[2] = {field(record, s->columns.lon), field(record, s->columns.lat)};
    double given[2] = {point ? point[0] : 0, point ? point[1] : 0};
    mintu_status read = point ? MINTU_STATUS_OK : mintu_position_read(texts, &error, given), status = read;
    if (status == MINTU_STATUS_OK)
        status = mintu_reverser_position(s->reverser, given, s->options->datum, &error, lonlat);
    if (status == MINTU_STATUS_OK)
        return true;
    mintu_row_fault fault = judge(s, texts, read == MINTU_STATUS_OK ? given : NULL, &error);
    if (fault.kind == MINTU_FAULT_WORD)
        mintu_fail_at(&error, MINTU_STATUS_INPUT, (mintu_where){.column = fault.word == texts[0] ? 1 : 2},
                      "reading a position: the %s \"%.*s\" says that there is no value",
                      fault.word == texts[0] ? "longitude" : "latitude", mintu_cell_shown(fault.word), fault.word);
    fault.path = s->path;
    fault.line = record->line;
    fault.column = mintu_points_column(s->points, error.column == 2 ? s->columns.lat : s->columns.lon);
    mintu_reverse_faults_add(&s->faults, &fault);
    return false;
}

static const char *code_of(const mintu_place *place)
{
    return place ? place->code : "";
}

static mintu_status add_row(stream *s, const mintu_record *record, const mintu_location *here, const double *lonlat,
                            mintu_location_status found, mintu_error *error)
{
    char metres[24] = ""; /* a whole number, written without the locale */
    if (isfinite(here->distance_m))
        snprintf(metres, sizeof metres, "%lld", (long long)llround(here->distance_m));
    const char *const results[MINTU_RESULTS] = {mintu_reverser_name(s->reverser, here->county),
                                                code_of(here->county),
                                                mintu_reverser_name(s->reverser, here->prefecture),
                                                mintu_reverser_name(s->reverser, here->township),
                                                code_of(here->township),
                                                metres,
                                                mintu_location_status_text(found)};
    return mintu_sink_row(s->sink, record, results, found == MINTU_LOCATION_STATUS_INVALID ? NULL : lonlat, error);
}

static mintu_status stream_row(stream *s, const mintu_record *record, mintu_error *error)
{
    double lonlat[2];
    mintu_location here = {.distance_m = (double)NAN};
    mintu_location_status found = MINTU_LOCATION_STATUS_INVALID;
    mintu_status status = MINTU_STATUS_OK;
    size_t *counts[] = {&s->summary->inside, &s->summary->outside, &s->summary->invalid};
    if (record->repaired) {
        s->summary->repaired++;
        add_fault(s, record, record->bad, MINTU_FAULT_REPAIRED,
                  N_("NUL, or bytes that are no UTF-8, are replaced by U+FFFD; save the file as UTF-8 text"));
    }
    if (read_position(s, record, lonlat)) {
        mintu_reverser_find(s->reverser, lonlat[0], lonlat[1], &here);
        found = here.county ? MINTU_LOCATION_STATUS_INSIDE : MINTU_LOCATION_STATUS_OUTSIDE;
        status = mintu_datum_sampler_add(&s->sampler, lonlat, field(record, s->columns.name), error, s->summary);
    }
    s->summary->rows++;
    ++*counts[found];
    return status == MINTU_STATUS_OK ? add_row(s, record, &here, lonlat, found, error) : status;
}

static mintu_status read_header(stream *s, mintu_error *error)
{
    mintu_record header;
    bool more;
    mintu_status status = mintu_points_next(s->points, error, &header, &more);
    if (status != MINTU_STATUS_OK)
        return status;
    if (!more || header.damage)
        return mintu_fail_at(error, MINTU_STATUS_INPUT, (mintu_where){s->path, more ? header.line : 0, more},
                             "reading points: %s; expected a header line with the names of the columns",
                             more ? mintu_message(header.damage) : mintu_message("the file is empty"));
    status = mintu_columns_find(&header, s->path, s->options, error, &s->columns);
    const char *target = s->options->target ? s->options->target : "-";
    if (status == MINTU_STATUS_OK)
        status = mintu_sink_open(s->context, target, s->options->format, error, &s->sink);
    return status == MINTU_STATUS_OK ? mintu_sink_header(s->sink, &header, error) : status;
}

static mintu_status stream_rows(stream *s, mintu_error *error)
{
    mintu_record record;
    bool more = true;
    mintu_status status =
        mintu_datum_sampler_open(s->reverser, s->options->datum, s->options->name_field != NULL, error, &s->sampler);
    while (status == MINTU_STATUS_OK) {
        status = mintu_context_steps(s->context, s->summary->rows, (double)NAN, doing, error);
        if (status == MINTU_STATUS_OK)
            status = mintu_points_next(s->points, error, &record, &more);
        if (status != MINTU_STATUS_OK || !more)
            break;
        status = stream_row(s, &record, error);
    }
    if (status == MINTU_STATUS_OK)
        mintu_reverse_faults_tell(&s->faults, s->context, s->options);
    if (status == MINTU_STATUS_OK)
        status = mintu_datum_sampler_judge(&s->sampler, s->context, s->options, error, s->summary);
    mintu_datum_sampler_free(&s->sampler);
    return status;
}

/* The input is read up to its header before the output is touched. */
static mintu_status run(stream *s, const char *path, mintu_error *error)
{
    mintu_status status = mintu_points_open(s->context, path, error, &s->points);
    if (status == MINTU_STATUS_OK)
        status = read_header(s, error);
    if (status == MINTU_STATUS_OK)
        status = stream_rows(s, error);
    status = mintu_sink_end(s->sink, status, error);
    mintu_points_close(s->points);
    return status;
}

mintu_status mintu_reverser_stream(mintu_context *context, const mintu_reverser *reverser, const char *path,
                                   const mintu_reverse_options *options, mintu_error *error, mintu_reverse_summary *out)
{
    if (MINTU_GIVEN(error, context, reverser, path, out) || MINTU_RESERVED_ZERO(error, options))
        return MINTU_STATUS_USAGE;
    static const mintu_reverse_options defaults;
    *out = (mintu_reverse_summary){0};
    stream s = {.context = context, .reverser = reverser, .options = options ? options : &defaults, .summary = out};
    if ((unsigned)s.options->datum >= MINTU_DATUM_END)
        return mintu_fail(error, MINTU_STATUS_USAGE, "%s: %d is no datum; expected a mintu_datum", mintu_message(doing),
                          (int)s.options->datum);
    char *shown = mintu_path_shown(context, path);
    s.path = shown;
    mintu_status status = shown ? run(&s, path, error) : mintu_fail_memory(error, doing);
    free(shown);
    if (status == MINTU_STATUS_OK && (out->inside < out->rows || out->repaired || out->names.suspect))
        status = MINTU_STATUS_FINDINGS;
    return status;
}
