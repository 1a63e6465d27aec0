/* A layer to a file: which format it is, and its writer. */
#define _POSIX_C_SOURCE 200809L
#include "base/argument.h"
#include "base/array.h"
#include "base/ascii.h"
#include "base/context.h"
#include "base/error.h"
#include "base/utf8.h"
#include "gdal/dxf_write.h"
#include "gdal/fgb_write.h"
#include "gdal/gpkg_write.h"
#include "gdal/layer_target.h"
#include "gdal/shapefile_write.h"
#include "gdal/xlsx_write.h"
#include "layer/csv_write.h"
#include "layer/geojson_read.h"
#include "layer/geojson_write.h"
#include "layer/names_apart.h"

#include <string.h>

static const char doing[] = N_("writing a layer");

#define FORMATS "geojson, json, csv, gpkg, xlsx, fgb, shp or dxf"

typedef mintu_status write_fn(const mintu_layer *layer, const char *path, mintu_output *output, mintu_error *error);

static mintu_status write_geojson(const mintu_layer *layer, const char *path, mintu_output *output, mintu_error *error)
{
    (void)path;
    return mintu_geojson_write(layer, output, error);
}

static mintu_status write_json(const mintu_layer *layer, const char *path, mintu_output *output, mintu_error *error)
{
    (void)path;
    return mintu_json_write(layer, output, error);
}

/* write: NULL where it takes more than that. */
typedef struct file_format {
    const char *name;
    write_fn *write;
    mintu_target_form form;
    enum { STREAM, DATABASE, SET } kind; /* a database is read from any place in the file, and a set is several files */
} file_format;

enum { GEOJSON, CSV = 2, GPKG, XLSX, SHAPEFILE = 6, DXF };
static const file_format formats[] = {{"geojson", write_geojson, MINTU_TARGET_GEOMETRY, STREAM},
                                      {"json", write_json, MINTU_TARGET_COLUMNS, STREAM},
                                      {"csv", NULL, MINTU_TARGET_TABLE, STREAM},
                                      {"gpkg", NULL, MINTU_TARGET_GEOMETRY, DATABASE},
                                      {"xlsx", mintu_xlsx_write, MINTU_TARGET_COLUMNS, STREAM},
                                      {"fgb", mintu_fgb_write, MINTU_TARGET_GEOMETRY, STREAM},
                                      {"shp", NULL, MINTU_TARGET_GEOMETRY, SET},
                                      {"dxf", NULL, MINTU_TARGET_GEOMETRY, STREAM}};

static const file_format *find_format(const char *name)
{
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        if (mintu_ascii_compare(name, formats[i].name) == 0)
            return &formats[i];
    return NULL;
}

/* One layer on its way into a file. */
typedef struct writing {
    mintu_context *context;
    const mintu_layer *layer;
    const char *path; /* NULL: to memory */
    mintu_write_options options;
    const file_format *format;
} writing;

/* A GeoPackage is a database and a Shapefile several files, which a stream is not. */
static mintu_status check_stream(const writing *work, mintu_error *error)
{
    const file_format *format = work->format;
    if (format->kind == STREAM || (format->kind == DATABASE && !work->path) || (work->path && strcmp(work->path, "-") != 0))
        return MINTU_STATUS_OK;
    return mintu_fail(error, MINTU_STATUS_USAGE,
                      "writing to %s: %s needs a file; give a file name, or use geojson, json or csv",
                      work->path ? mintu_message("standard output") : mintu_message("memory"), format->name);
}

/* Standard output has no ending: it is GeoJSON when nothing else is asked for. */
static mintu_status choose_format(writing *work, mintu_error *error)
{
    const char *path = work->path, *dot = path ? strrchr(path, '.') : NULL;
    bool stream = !path || strcmp(path, "-") == 0;
    const char *asked = work->options.format ? work->options.format : stream ? "geojson" : dot ? dot + 1 : "";
    work->format = find_format(asked);
    if (!work->format)
        return mintu_fail(
            error, MINTU_STATUS_USAGE,
            "writing %s: \"%s\" is no format that can be written; expected %s as the ending of the name or as the format",
            !path    ? mintu_message("to memory")
            : stream ? mintu_message("to standard output")
                     : path,
            asked, FORMATS);
    return check_stream(work, error);
}

/* RFC 7946, section 4: all coordinates are WGS 84. */
static mintu_status check_system(writing *work, mintu_error *error)
{
    const char *crs = work->options.crs;
    if (!crs || work->format != &formats[GEOJSON])
        return MINTU_STATUS_OK;
    if (mintu_ascii_compare(crs, "EPSG:4326") == 0 || mintu_ascii_compare(crs, "OGC:CRS84") == 0)
        work->options.crs = NULL;
    else if (!work->options.force)
        return mintu_fail(error, MINTU_STATUS_USAGE,
                          "%s in %s: GeoJSON is in WGS 84 alone (RFC 7946), and other programs would put it elsewhere; write "
                          "GeoPackage, Shapefile or FlatGeobuf, or force it",
                          mintu_message(doing), crs);
    return MINTU_STATUS_OK;
}

/* Two columns are for the key and the geometry. */
enum { GPKG_FIELDS = 1998 };

/* A database takes no heed of case in the names of its columns. */
static mintu_status write_gpkg(const writing *work, const mintu_layer *layer, mintu_output *output, mintu_error *error)
{
    static const char making[] = "writing a GeoPackage";
    const char *path = work->path ? work->path : layer->name;
    if (layer->field_count > GPKG_FIELDS)
        return mintu_fail_at(error, MINTU_STATUS_OUTPUT, (mintu_where){.source = path},
                             "%s: the layer has %zu fields, and the format holds %d; leave some out, or write GeoJSON or CSV",
                             making, layer->field_count, (int)GPKG_FIELDS);
    mintu_layer_apart apart;
    mintu_status status = mintu_layer_apart_make(layer, making, error, &apart);
    if (status == MINTU_STATUS_OK)
        status = mintu_gpkg_write(&apart.layer, path, output, error);
    if (status == MINTU_STATUS_OK && apart.told.size)
        mintu_context_notice(work->context, "%s: names of fields that differ by case alone are one in a GeoPackage: %s", path,
                             apart.told.data);
    mintu_layer_apart_free(&apart);
    return status;
}

/* What a cell of Excel holds; others read more. */
static void tell_long_cells(const writing *work, const mintu_layer *layer)
{
    enum { CELL_MOST = 32767 };
    size_t count = 0, first = 0;
    for (size_t row = 0; row < layer->count; row++)
        for (size_t i = 0; i < layer->field_count; i++) {
            const mintu_cell *cell = &layer->fields[i].cells[row];
            bool text = cell->kind == MINTU_CELL_TEXT || cell->kind == MINTU_CELL_JSON;
            if (text && strnlen(cell->text, CELL_MOST + 1) > CELL_MOST && mintu_utf8_count(cell->text) > CELL_MOST)
                first = count++ ? first : row + 1;
        }
    if (count)
        mintu_context_notice(
            work->context,
            "%s: %zu texts are longer than the %d characters that a cell of Excel holds, the first in row %zu; "
            "write CSV or GeoPackage for other programs",
            work->path ? work->path : layer->name, count, (int)CELL_MOST, first);
}

static mintu_status write_format(const writing *work, const mintu_layer *layer, mintu_output *output, mintu_error *error)
{
    const char *path = work->path ? work->path : layer->name;
    if (work->format == &formats[CSV])
        return mintu_csv_write(work->context, layer, &work->options, output, error);
    if (work->format == &formats[DXF])
        return mintu_dxf_write(work->context, layer, path, output, error);
    if (work->format == &formats[GPKG])
        return write_gpkg(work, layer, output, error);
    if (work->format == &formats[XLSX])
        tell_long_cells(work, layer);
    return work->format->write(layer, path, output, error);
}

static mintu_status write_stream(const writing *work, const mintu_layer *layer, mintu_bytes *bytes, mintu_error *error)
{
    mintu_output *output = NULL;
    mintu_status status = !work->path                      ? mintu_output_open_bytes(bytes, error, &output)
                          : work->format->kind == DATABASE ? mintu_output_open_file(work->path, error, &output)
                                                           : mintu_output_open(work->path, error, &output);
    return status == MINTU_STATUS_OK ? mintu_output_end(output, write_format(work, layer, output, error), error) : status;
}

/* A feature of several kinds of geometry is a row for each where a geometry has one kind. */
static void tell_further(const writing *work)
{
    size_t further = 0;
    bool rows = work->format->form == MINTU_TARGET_GEOMETRY && work->format != &formats[GEOJSON];
    for (size_t row = 0; row < work->layer->count && rows; row++)
        further += mintu_layer_is_further(work->layer, row);
    if (further)
        mintu_context_notice(work->context,
                             "%s: features whose geometry is of several kinds are a row for each, so that there are %zu rows "
                             "more than features; values that are added up count more than once",
                             work->path ? work->path : work->layer->name, further);
}

static mintu_status write_layer(writing *work, mintu_bytes *bytes, mintu_error *error)
{
    mintu_layer_target target = {0};
    mintu_status status = mintu_context_step(work->context, 0, doing, error);
    if (status == MINTU_STATUS_OK)
        status = choose_format(work, error);
    if (status == MINTU_STATUS_OK)
        status = check_system(work, error);
    if (status == MINTU_STATUS_OK) {
        target.form = work->format->form;
        status = mintu_layer_target_open(work->context, work->layer, work->path ? work->path : work->layer->name,
                                         &work->options, error, &target);
    }
    if (status == MINTU_STATUS_OK)
        status = work->format->kind == SET ? mintu_shapefile_write(work->context, target.layer, work->path, error)
                                           : write_stream(work, target.layer, bytes, error);
    if (status == MINTU_STATUS_OK)
        tell_further(work);
    mintu_layer_target_close(&target);
    return status;
}

mintu_status mintu_layer_write(mintu_context *context, const mintu_layer *layer, const char *path,
                               const mintu_write_options *options, mintu_error *error)
{
    if (MINTU_GIVEN(error, context, layer, path) || MINTU_RESERVED_ZERO(error, options))
        return MINTU_STATUS_USAGE;
    writing work = {.context = context, .layer = layer, .path = path, .options = options ? *options : (mintu_write_options){0}};
    return write_layer(&work, NULL, error);
}

mintu_status mintu_layer_write_bytes(mintu_context *context, const mintu_layer *layer, const mintu_write_options *options,
                                     mintu_error *error, mintu_bytes *out)
{
    if (MINTU_GIVEN(error, context, layer, out) || MINTU_RESERVED_ZERO(error, options))
        return MINTU_STATUS_USAGE;
    writing work = {.context = context, .layer = layer, .options = options ? *options : (mintu_write_options){0}};
    *out = (mintu_bytes){0};
    return write_layer(&work, out, error);
}
