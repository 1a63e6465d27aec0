#include "reverse/reverse_write.h"

#include "base/ascii.h"
#include "base/context.h"
#include "base/error.h"
#include "base/path_beneath.h"
#include "format/csv_field.h"
#include "table/head_find.h"
#include "table/name_beside.h"
#include "table/table_types.h"

#include <stdlib.h>
#include <string.h>

static const char doing[] = N_("looking up points");

static const char *const results_of[MINTU_RESULTS] = {"county",        "county_code", "prefecture", "township",
                                                      "township_code", "distance_m",  "status"};
enum { DISTANCE = 5 };

struct mintu_sink {
    mintu_context *context;
    const char *target, *format;
    size_t columns;       /* of the input */
    mintu_output *output; /* of CSV, or else a layer */
    mintu_buffer line;    /* not yet handed on */
    mintu_layer *layer;
};

/* What no format is known by is CSV, as a pipe is. */
static bool is_csv(const char *target, const char *format)
{
    static const char *const others[] = {"geojson", "json", "gpkg", "xlsx", "fgb", "shp", "dxf"};
    const char *ending = mintu_path_ending(target);
    if (format)
        return mintu_ascii_compare(format, "csv") == 0;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (mintu_ascii_compare(ending, others[i]) == 0)
            return false;
    return true;
}

mintu_status mintu_sink_open(mintu_context *context, const char *target, const char *format, mintu_error *error,
                             mintu_sink **out)
{
    mintu_sink *sink = *out = calloc(1, sizeof *sink);
    if (!sink)
        return mintu_fail_memory(error, doing);
    *sink = (mintu_sink){.context = context, .target = target, .format = format};
    mintu_status status = is_csv(target, format) ? mintu_output_open(target, error, &sink->output)
                                                 : mintu_layer_new(context, "points", error, &sink->layer);
    if (status != MINTU_STATUS_OK) {
        free(sink);
        *out = NULL;
    }
    return status;
}

static bool is_taken(const void *header, const char *name)
{
    const mintu_record *record = header;
    for (size_t i = 0; i < record->count; i++)
        if (mintu_ascii_compare(mintu_record_text(record, i), name) == 0)
            return true;
    return false;
}

/* A name that a layer can have, and has not. */
static mintu_status add_field(mintu_sink *sink, const char *name, size_t column, mintu_error *error)
{
    mintu_buffer own = {0};
    if (mintu_text_is_blank(name))
        mintu_buffer_format(&own, "column_%zu", column + 1);
    else
        mintu_buffer_text(&own, name);
    for (int again = 2; !own.failed && mintu_layer_field_find(sink->layer, own.data) >= 0; again++) {
        mintu_buffer_clear(&own);
        mintu_buffer_format(&own, "%s_%d", name, again);
    }
    mintu_status status = own.failed ? mintu_fail_memory(error, doing)
                                     : mintu_layer_field_add(sink->layer, own.data, MINTU_FIELD_TYPE_TEXT, error);
    mintu_buffer_free(&own);
    return status;
}

static mintu_status add_column(mintu_sink *sink, const char *name, size_t column, mintu_error *error)
{
    if (sink->layer)
        return add_field(sink, name, column, error);
    mintu_csv_cell(column, name, &sink->line);
    return MINTU_STATUS_OK;
}

mintu_status mintu_sink_header(mintu_sink *sink, const mintu_record *header, mintu_error *error)
{
    mintu_status status = MINTU_STATUS_OK;
    sink->columns = header->count;
    mintu_buffer_text(&sink->line, mintu_context_csv_begin(sink->context));
    for (size_t i = 0; i < header->count && status == MINTU_STATUS_OK; i++)
        status = add_column(sink, mintu_record_text(header, i), i, error);
    for (size_t i = 0; i < MINTU_RESULTS && status == MINTU_STATUS_OK; i++) {
        mintu_buffer name = {0};
        mintu_name_beside(header, is_taken, results_of[i], &name);
        status = name.failed ? mintu_fail_memory(error, doing) : add_column(sink, name.data, header->count + i, error);
        mintu_buffer_free(&name);
    }
    if (!sink->layer)
        mintu_buffer_text(&sink->line, "\n");
    return status;
}

static mintu_status add_row(mintu_sink *sink, const mintu_record *row, const char *const results[MINTU_RESULTS],
                            const double *lonlat, mintu_error *error)
{
    mintu_status status = mintu_layer_append(sink->layer, error);
    size_t at = mintu_layer_count(sink->layer) - 1;
    for (size_t i = 0; i < sink->columns + MINTU_RESULTS && status == MINTU_STATUS_OK; i++) {
        const char *text = i < sink->columns ? mintu_record_text(row, i) : results[i - sink->columns];
        if (text[0])
            status = mintu_layer_text_set(sink->layer, at, i, text, error);
    }
    return status == MINTU_STATUS_OK && lonlat ? mintu_layer_point_set(sink->layer, at, lonlat[0], lonlat[1], error) : status;
}

mintu_status mintu_sink_row(mintu_sink *sink, const mintu_record *row, const char *const results[MINTU_RESULTS],
                            const double *lonlat, mintu_error *error)
{
    if (sink->layer)
        return add_row(sink, row, results, lonlat, error);
    for (size_t i = 0; i < sink->columns; i++)
        mintu_csv_cell(i, mintu_record_text(row, i), &sink->line);
    for (size_t i = 0; i < MINTU_RESULTS; i++)
        mintu_csv_cell(sink->columns + i, results[i], &sink->line);
    mintu_buffer_text(&sink->line, "\n");
    return mintu_output_text(sink->output, &sink->line, false, doing, error);
}

/* Columns get the types that their values have, as those of a table that is read. */
static mintu_status write_layer(mintu_sink *sink, mintu_error *error)
{
    const mintu_write_options options = {.format = sink->format};
    for (size_t i = 0; i < sink->columns; i++)
        mintu_table_type(sink->context, sink->layer, i, NULL);
    mintu_table_type(sink->context, sink->layer, sink->columns + DISTANCE, NULL);
    return mintu_layer_write(sink->context, sink->layer, sink->target, &options, error);
}

mintu_status mintu_sink_end(mintu_sink *sink, mintu_status status, mintu_error *error)
{
    if (!sink)
        return status;
    if (status == MINTU_STATUS_OK)
        status = sink->layer ? write_layer(sink, error) : mintu_output_text(sink->output, &sink->line, true, doing, error);
    if (!sink->layer)
        status = mintu_output_end(sink->output, status, error);
    mintu_layer_free(sink->layer);
    mintu_buffer_free(&sink->line);
    free(sink);
    return status;
}
