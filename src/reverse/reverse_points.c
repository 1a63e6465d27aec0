#define _POSIX_C_SOURCE 200809L
#include "reverse/reverse_points.h"

#include "base/array.h"
#include "base/ascii.h"
#include "base/context.h"
#include "base/error.h"
#include "base/path_beneath.h"
#include "format/number.h"
#include "gdal/database_read.h"
#include "gdal/layer_load.h"
#include "layer/further_row.h"
#include "table/head_rows.h"
#include "table/position_fault.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const char doing[] = N_("reading points");

struct mintu_points {
    mintu_context *context;
    mintu_records *records; /* or else a layer */
    mintu_headed *rows;     /* of the records */
    mintu_layer *layer;
    bool geometry;    /* columns lon and lat are added */
    double lonlat[2]; /* of the row read last, NAN without a point */
    size_t row;       /* of the layer, the header being row 0 */
    const char *path;
    bool told; /* in which encoding the file is */
    mintu_buffer text;
    size_t *starts, room;
};

/* Tables, and nameless streams (standard input, pipes) unless they begin as no table does, are CSV; everything else is OGR's. */
static bool is_csv(const char *path)
{
    const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path, *dot = strrchr(name, '.');
    return !dot || mintu_ascii_compare(dot, ".csv") == 0 || mintu_ascii_compare(dot, ".tsv") == 0 ||
           mintu_ascii_compare(dot, ".txt") == 0;
}

static bool has_column(const mintu_layer *layer, const char *name)
{
    for (size_t i = 0; i < mintu_layer_field_count(layer); i++)
        if (mintu_ascii_compare(mintu_layer_field_name(layer, i), name) == 0)
            return true;
    return false;
}

/* Features that are no single point, which are looked up by one of their points. */
static mintu_status count_others(const mintu_layer *layer, size_t *count, mintu_error *error)
{
    mintu_shape shape = {0};
    mintu_status status = MINTU_STATUS_OK;
    *count = 0;
    for (size_t row = 0; row < mintu_layer_count(layer) && status == MINTU_STATUS_OK; row++) {
        bool several = mintu_layer_is_further(layer, row + 1);
        status = mintu_layer_shape(layer, row, &shape, error);
        *count +=
            !mintu_layer_is_further(layer, row) && (several || shape.type > MINTU_GEOMETRY_TYPE_POINT || shape.part_count > 1);
    }
    mintu_shape_free(&shape);
    return status;
}

static mintu_status tell_others(const mintu_points *points, mintu_error *error)
{
    size_t count;
    mintu_status status = count_others(points->layer, &count, error);
    if (status != MINTU_STATUS_OK || count == 0)
        return status;
    char *shown = mintu_path_shown(points->context, points->path);
    if (!shown)
        status = mintu_fail_memory(error, doing);
    else
        mintu_context_notice(points->context,
                             "%s: %zu features are no single point, and are looked up by one point on or in each", shown,
                             count);
    free(shown);
    return status;
}

/* Of a file, or of what came through a stream. */
static mintu_status open_layer(mintu_points *points, mintu_buffer *content, mintu_error *error)
{
    points->context->positions_elsewhere = true;
    mintu_status status = content->size
                              ? mintu_layer_load_content(points->context, points->path, content, error, &points->layer)
                              : mintu_layer_load(points->context, points->path, NULL, error, &points->layer);
    points->context->positions_elsewhere = false;
    if (status != MINTU_STATUS_OK)
        return status;
    points->geometry = mintu_layer_geometry_type(points->layer) != MINTU_GEOMETRY_TYPE_NONE &&
                       !has_column(points->layer, "lon") && !has_column(points->layer, "lat");
    if (points->geometry)
        status = tell_others(points, error);
    mintu_layer_further_drop(points->layer);
    points->starts = calloc(mintu_layer_field_count(points->layer) + 3, sizeof *points->starts);
    return points->starts ? status : mintu_fail_memory(error, doing);
}

mintu_status mintu_points_open(mintu_context *context, const char *path, mintu_error *error, mintu_points **out)
{
    mintu_points *points = *out = calloc(1, sizeof *points);
    if (!points)
        return mintu_fail_memory(error, doing);
    points->context = context;
    points->path = path;
    bool csv = !path[mintu_layer_path_size(path)] && !mintu_path_is_database(context, path) && is_csv(path);
    mintu_buffer other = {0};
    mintu_status status = MINTU_STATUS_OK;
    if (csv)
        status = mintu_records_open_or_take(path, doing, error, mintu_path_ending(path)[0] ? NULL : &other, &points->records);
    if (status == MINTU_STATUS_OK && !points->records)
        status = open_layer(points, &other, error);
    mintu_buffer_free(&other);
    if (status == MINTU_STATUS_OK && points->records)
        status = mintu_headed_open(context, mintu_records_source(points->records, path, doing), error, &points->rows);
    if (status != MINTU_STATUS_OK) {
        mintu_points_close(points);
        *out = NULL;
    }
    return status;
}

void mintu_points_close(mintu_points *points)
{
    if (!points)
        return;
    mintu_headed_close(points->rows);
    mintu_records_close(points->records);
    mintu_layer_free(points->layer);
    mintu_buffer_free(&points->text);
    free(points->starts);
    free(points);
}

static void add_field(mintu_points *points, const char *text, size_t *count)
{
    points->starts[(*count)++] = points->text.size;
    mintu_buffer_text(&points->text, text);
    mintu_buffer_add(&points->text, "", 1);
    points->starts[*count] = points->text.size;
}

/* To 7 decimals, a centimetre. */
static void add_degrees(mintu_points *points, double degrees, size_t *count)
{
    char text[48] = "";
    if (isfinite(degrees))
        mintu_number_shortest(round(degrees * 1e7) / 1e7, text);
    add_field(points, text, count);
}

/* A word for no value is one in every kind of table. */
static const char *cell_text(const mintu_layer *layer, size_t row, size_t field)
{
    const char *word = mintu_position_word_at(layer, row, field);
    return *word ? word : mintu_layer_text(layer, row, field);
}

static mintu_status layer_row(mintu_points *points, mintu_error *error, mintu_record *out)
{
    const mintu_layer *layer = points->layer;
    size_t count = 0, row = points->row;
    mintu_status status = MINTU_STATUS_OK;
    mintu_buffer_clear(&points->text);
    for (size_t i = 0; i < mintu_layer_field_count(layer); i++)
        add_field(points, row ? cell_text(layer, row - 1, i) : mintu_layer_field_name(layer, i), &count);
    bool found = false;
    if (points->geometry && row)
        status = mintu_layer_point(points->context, layer, row - 1, points->lonlat, &found, error);
    for (int axis = 0; axis < 2 && points->geometry; axis++) {
        points->lonlat[axis] = found ? points->lonlat[axis] : (double)NAN;
        if (row)
            add_degrees(points, points->lonlat[axis], &count);
        else
            add_field(points, axis ? "lat" : "lon", &count);
    }
    if (status == MINTU_STATUS_OK && points->text.failed)
        status = mintu_fail_memory(error, doing);
    *out = (mintu_record){.text = points->text.data, .starts = points->starts, .count = count, .line = (int)row + 1};
    points->row++;
    return status;
}

mintu_status mintu_points_next(mintu_points *points, mintu_error *error, mintu_record *out, bool *more)
{
    if (points->records) {
        mintu_status status = mintu_headed_next(points->rows, error, out, more);
        mintu_told told = mintu_records_told(points->records);
        if (told.encoding && !points->told)
            mintu_context_notice(points->context, MINTU_TOLD, points->path, told.line, told.encoding);
        points->told = told.encoding;
        return status;
    }
    *more = points->row <= mintu_layer_count(points->layer);
    return *more ? layer_row(points, error, out) : MINTU_STATUS_OK;
}

const double *mintu_points_position(const mintu_points *points, size_t lon, size_t lat)
{
    size_t fields = points->geometry ? mintu_layer_field_count(points->layer) : 0;
    bool own = points->geometry && lon == fields && lat == fields + 1;
    return own && isfinite(points->lonlat[0]) && isfinite(points->lonlat[1]) ? points->lonlat : NULL;
}

int mintu_points_column(const mintu_points *points, size_t field)
{
    return points->records ? mintu_headed_column(points->rows, field) : 0;
}
