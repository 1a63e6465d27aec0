#include "gdal/layer_load.h"

#include "base/argument.h"
#include "base/array.h"
#include "base/ascii.h"
#include "base/context.h"
#include "base/file.h"
#include "base/message.h"
#include "base/path_beneath.h"
#include "base/refused.h"
#include "base/utf8.h"
#include "gdal/feature_read.h"
#include "gdal/gpkg_plain.h"
#include "gdal/layer_notes.h"
#include "gdal/layer_reference.h"
#include "gdal/layer_reproject.h"
#include "gdal/sheet_read.h"
#include "gdal/source_find.h"
#include "gdal/source_open.h"
#include "geometry/datum.h"
#include "layer/geojson_read.h"
#include "layer/layer_data.h"
#include "layer/layer_end.h"
#include "layer/read_limits.h"
#include "layer/row_limit.h"
#include "layer/row_place.h"
#include "table/grid_guess.h"
#include "table/table_csv.h"
#include "table/table_points.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const char doing[] = N_("reading a layer");

/* The feature that could not be read, from 1, as GDAL tells it. */
static mintu_status fail_damage(const mintu_source *source, size_t feature, mintu_error *error)
{
    return mintu_fail_at(error, MINTU_STATUS_INPUT, (mintu_where){.source = source->path},
                         "reading a layer: the file is damaged at feature %zu: %s; get the file again, with all files that "
                         "belong to it, or remove the feature",
                         feature, mintu_gdal_text());
}

/* A FlatGeobuf says how many features it has, and one that is cut off ends without a word. */
static mintu_status check_count(const mintu_layer *layer, const mintu_source *source, mintu_error *error)
{
    GIntBig stated = strcmp(source->driver, "FlatGeobuf") == 0 ? OGR_L_GetFeatureCount(source->layer, FALSE) : -1;
    if (stated <= (GIntBig)layer->count)
        return MINTU_STATUS_OK;
    return mintu_fail_at(error, MINTU_STATUS_INPUT, (mintu_where){.source = source->path},
                         "reading a layer: the file ends after feature %zu of %lld that it says it has; get the file again",
                         layer->count, (long long)stated);
}

static mintu_status read_rows(mintu_context *context, mintu_layer *layer, mintu_source *source,
                              OGRCoordinateTransformationH transformation, mintu_error *error)
{
    mintu_status status = MINTU_STATUS_OK;
    OGRFeatureH feature;
    mintu_row_sum sum = {.path = source->path, .limits = source->limits};
    OGR_L_ResetReading(source->layer);
    while (status == MINTU_STATUS_OK && (feature = OGR_L_GetNextFeature(source->layer))) {
        status = mintu_context_steps(context, layer->count, (double)NAN, doing, error);
        if (status == MINTU_STATUS_OK)
            status = mintu_feature_read(layer, source, feature, transformation, error);
        if (status == MINTU_STATUS_OK)
            status = mintu_row_count(&sum, layer, error);
        OGR_F_Destroy(feature);
        if (status == MINTU_STATUS_OK && CPLGetLastErrorType() >= CE_Failure)
            status = fail_damage(source, layer->count, error);
    }
    if (status == MINTU_STATUS_OK)
        status = mintu_source_check_steps(source, error);
    if (status == MINTU_STATUS_OK && CPLGetLastErrorType() >= CE_Failure)
        status = fail_damage(source, layer->count + 1, error);
    return status == MINTU_STATUS_OK ? check_count(layer, source, error) : status;
}

/* What is said of coordinates: that they are degrees, that these may also go round the earth again, or nothing. */
typedef enum saying { NOTHING, DEGREES, TURNS } saying;

/* Coordinates without a reference system are degrees only if they look like degrees. */
static mintu_status check_degrees(const mintu_layer *layer, mintu_where where, saying said, mintu_error *error)
{
    double bounds[4];
    char remedy[MINTU_GRID_REMEDY];
    bool found;
    mintu_status status = mintu_layer_bounds(layer, bounds, &found, error);
    if (status != MINTU_STATUS_OK || !found)
        return status;
    double most = said == TURNS ? INFINITY : 360;
    if (bounds[0] >= -most && bounds[2] <= most && bounds[1] >= -90.000001 && bounds[3] <= 90.000001)
        return MINTU_STATUS_OK;
    if (bounds[0] >= -90 && bounds[2] <= 90 && bounds[1] >= -180 && bounds[3] <= 180)
        return mintu_fail_at(error, MINTU_STATUS_INPUT, where,
                             "reading a layer: coordinates run from %.6g, %.6g to %.6g, %.6g, which are no longitudes and "
                             "latitudes in this order; they seem to be the other way round: put the longitude first",
                             bounds[0], bounds[1], bounds[2], bounds[3]);
    if (said != NOTHING)
        return mintu_fail_at(
            error, MINTU_STATUS_INPUT, where,
            "reading a layer: its reference system gives degrees, but coordinates run from %.6g, %.6g to %.6g, %.6g; "
            "give the file its true reference system, for example with ogr2ogr -a_srs",
            bounds[0], bounds[1], bounds[2], bounds[3]);
    return mintu_fail_at(
        error, MINTU_STATUS_INPUT, where,
        "reading a layer: the file has no reference system and its coordinates are no degrees (%.10g, %.10g to "
        "%.10g, %.10g); give it one, %s",
        bounds[0], bounds[1], bounds[2], bounds[3], mintu_grid_remedy(bounds[0], bounds[1], remedy));
}

/* What was done to a text so that it could be read. */
static void tell_decoding(mintu_context *context, const mintu_source *source)
{
    const mintu_decoding *done = &source->decoding;
    if (done->told.encoding)
        mintu_context_notice(context, MINTU_TOLD, source->path, done->told.line, done->told.encoding);
    if (done->replaced)
        mintu_context_notice(context, MINTU_REPLACED, source->path, done->first.line, done->first.column, done->replaced);
}

mintu_status mintu_layer_read_source(mintu_context *context, mintu_source *source, mintu_error *error, mintu_layer **out)
{
    OGRCoordinateTransformationH transformation = NULL;
    OGRSpatialReferenceH reference = OGR_L_GetSpatialRef(source->layer);
    mintu_status status = mintu_layer_new(context, OGR_L_GetName(source->layer), error, out);
    if (status == MINTU_STATUS_OK)
        status = mintu_reference_check(reference, source->path, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_reference_transformation(reference, source->path, error, &transformation);
    if (status == MINTU_STATUS_OK)
        status = mintu_feature_read_fields(context, *out, source, error);
    CPLErrorReset();
    if (status == MINTU_STATUS_OK)
        status = read_rows(context, *out, source, transformation, error);
    if (status == MINTU_STATUS_OK)
        status = check_degrees(*out, (mintu_where){.source = source->path}, reference ? DEGREES : NOTHING, error);
    if (source->others.size && !source->others.failed)
        mintu_context_notice(context,
                             "%s: the layer %s is read; others hold something as well: %s; %s|layername=NAME names one",
                             source->path, OGR_L_GetName(source->layer), source->others.data, source->path);
    if (source->unread)
        mintu_context_notice(context, "%s: row %zu: its geometry is no WKT; %zu rows have none for such a reason; correct them",
                             source->path, source->unread_row, source->unread);
    if (source->guessed)
        mintu_context_notice(
            context,
            "%s: its texts are read as %s, since no .cpg beside it says what they are in; put one there (one line: "
            "UTF-8, or GBK) if names come out wrong",
            source->path, source->guessed);
    if (source->repaired)
        mintu_context_notice(
            context, "%s: %zu texts are no UTF-8, the first in row %zu; bytes that are none became U+FFFD; %s", source->path,
            source->repaired, source->repaired_row,
            strcmp(source->driver, "ESRI Shapefile") == 0
                ? mintu_message("put a file .cpg beside it that names what its texts are in (one line, such as GBK or BIG5)")
                : mintu_message("convert the file, for example with iconv -f GB18030 -t UTF-8"));
    if (status == MINTU_STATUS_OK)
        status = mintu_notes_read(*out, source, error);
    if (transformation)
        OCTDestroyCoordinateTransformation(transformation);
    return status;
}

/* Through GDAL, which is loaded now. */
static mintu_status read_other(mintu_context *context, mintu_source *source, const char *name, mintu_error *error,
                               mintu_layer **out)
{
    mintu_status status = mintu_gdal_begin(doing, error);
    if (status != MINTU_STATUS_OK)
        return status;
    mintu_file_state before = source->content.data ? (mintu_file_state){0} : mintu_file_state_named(source->path);
    status = mintu_source_open(source, name, error);
    if (status == MINTU_STATUS_OK)
        status = source->book ? mintu_sheet_read(context, source, name, error, out)
                              : mintu_layer_read_source(context, source, error, out);
    if (status == MINTU_STATUS_OK && source->book == MINTU_BOOK_KML)
        status = check_degrees(*out, (mintu_where){.source = source->path}, DEGREES, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_file_state_check(before, mintu_file_state_named(source->path), source->path, doing, error);
    if (mintu_refused()) /* why it failed, or what it made without */
        status = mintu_reference_check(NULL, source->path, error);
    mintu_source_close(source);
    mintu_gdal_end();
    return status;
}

/* GeoJSON of before 2016 may have coordinates of another system, which its member `crs` names. */
static mintu_status finish_geojson(mintu_layer *layer, const mintu_geojson_text *text, const mintu_buffer *crs,
                                   mintu_error *error)
{
    if (crs->failed)
        return mintu_fail_memory(error, doing);
    if (!crs->size)
        return check_degrees(layer, (mintu_where){text->source, text->base.line, text->base.column},
                             text->turns ? TURNS : DEGREES, error);
    mintu_status status = mintu_gdal_begin(doing, error);
    if (status != MINTU_STATUS_OK)
        return status;
    status = mintu_layer_reproject(layer, text->source, crs->data, error);
    mintu_gdal_end();
    return status;
}

static mintu_status read_geojson(mintu_context *context, const mintu_geojson_text *text, mintu_error *error, mintu_layer **out)
{
    mintu_buffer crs = {0};
    mintu_status status = mintu_geojson_read(context, text, error, &crs, out);
    if (status == MINTU_STATUS_OK)
        status = finish_geojson(*out, text, &crs, error);
    mintu_buffer_free(&crs);
    return status;
}

/* What a file's only layer is called: as the file without its ending. */
static char *copy_stem(const char *path)
{
    const char *slash = strrchr(path, '/'), *own = slash ? slash + 1 : path;
    return mintu_text_copy_n(own, mintu_path_ending(own)[0] ? (size_t)(mintu_path_ending(own) - 1 - own) : strlen(own));
}

static mintu_status check_name(const mintu_layer *layer, const char *path, const char *name, mintu_error *error)
{
    return !layer || !name || strcmp(name, layer->name) == 0
               ? MINTU_STATUS_OK
               : mintu_fail_at(error, MINTU_STATUS_INPUT, (mintu_where){.source = path},
                               "%s: there is no layer \"%s\"; the file has: %s", mintu_message(doing), name, layer->name);
}

/* A file of GeoJSON has one layer, and is called like it unless it says otherwise. */
static mintu_status read_json(mintu_context *context, mintu_source *source, const char *name, mintu_error *error,
                              mintu_layer **out)
{
    char *stem = copy_stem(source->path);
    const mintu_geojson_text text = {
        .text = source->content.data, .size = source->content.size, .source = source->path, .name = stem};
    mintu_status status = stem ? MINTU_STATUS_OK : mintu_fail_memory(error, doing);
    if (status == MINTU_STATUS_OK)
        status = mintu_geojson_is_topology(&text) ? read_other(context, source, name, error, out)
                                                  : read_geojson(context, &text, error, out);
    free(stem);
    return status == MINTU_STATUS_OK ? check_name(*out, source->path, name, error) : status;
}

/* A plain GeoPackage needs no GDAL. */
static mintu_status read_file(mintu_context *context, mintu_source *source, const char *name, mintu_error *error,
                              mintu_layer **out)
{
    mintu_status status = MINTU_STATUS_OK;
    if (mintu_ascii_compare(mintu_path_ending(source->path), "gpkg") == 0 && !source->content.size)
        status = mintu_gpkg_plain_read(context, source->path, name, error, out);
    if (status != MINTU_STATUS_OK || !*out)
        return status == MINTU_STATUS_OK ? read_other(context, source, name, error, out) : status;
    return check_degrees(*out, (mintu_where){.source = source->path}, DEGREES, error);
}

static bool is_beside(const mintu_source *source, const char *ending)
{
    const char *own = mintu_path_ending(source->path);
    mintu_buffer path = {0};
    if (!own[0])
        return false;
    mintu_buffer_add(&path, source->path, (size_t)(own - source->path) - 1);
    mintu_buffer_text(&path, ending);
    bool found = !path.failed && mintu_file_state_named(path.data).known;
    mintu_buffer_free(&path);
    return found;
}

/* True when there is a file beside a table that says what is in it: its types, its reference system. One of a Shapefile is not the
 * table's. */
static bool has_beside(const mintu_source *source)
{
    return is_beside(source, ".csvt") ||
           (is_beside(source, ".prj") && !is_beside(source, ".shp") && !is_beside(source, ".SHP"));
}

/* GDAL reads tables whose geometry is in them as text, or whose meaning is in a file beside them. */
static mintu_status read_table(mintu_context *context, mintu_source *source, const char *name, mintu_error *error,
                               mintu_layer **out)
{
    char *stem = copy_stem(source->path);
    bool other = has_beside(source);
    mintu_status status = stem ? MINTU_STATUS_OK : mintu_fail_memory(error, doing);
    if (status == MINTU_STATUS_OK && !other)
        status = mintu_csv_layer(context, &(mintu_table_names){source->path, stem},
                                 source->content.data ? &source->content : NULL, error, &other, out);
    free(stem);
    if (status == MINTU_STATUS_OK && other)
        status = mintu_source_decode_table(source, error);
    if (status == MINTU_STATUS_OK && other)
        return read_other(context, source, name, error, out);
    return status == MINTU_STATUS_OK ? check_name(*out, source->path, name, error) : status;
}

static mintu_status read_found(mintu_context *context, mintu_source *source, const char *name, mintu_error *error,
                               mintu_layer **out)
{
    if (source->table)
        return read_table(context, source, name, error, out);
    if (!source->json)
        return read_file(context, source, name, error, out);
    mintu_status status = mintu_source_decode(source, error);
    return status == MINTU_STATUS_OK ? read_json(context, source, name, error, out) : status;
}

/* A web map's polygons are off from all others by up to a kilometre, which nothing in the file says. */
static void tell_datum(mintu_context *context, const char *path, const mintu_layer *layer)
{
    if (layer && mintu_layer_is_web_map(layer))
        mintu_context_notice(
            context,
            "%s: its fields are those of AMap's and DataV's polygons, whose coordinates are GCJ-02, some 500 m "
            "off from WGS 84; declare the datum gcj02",
            path);
}

/* What GDAL gives as texts of files that do not say what is a text, and rows that have coordinates in columns alone. */
static mintu_status finish_columns(mintu_context *context, const mintu_source *source, mintu_layer *layer, mintu_error *error)
{
    const mintu_table_lines where = {source->path, NULL, 0};
    bool untyped = source->driver &&
                   ((strcmp(source->driver, "CSV") == 0 && !is_beside(source, ".csvt")) || strcmp(source->driver, "GML") == 0);
    for (size_t i = 0; untyped && !layer->typed && i < layer->field_count; i++)
        if (layer->fields[i].type == MINTU_FIELD_TYPE_TEXT) {
            mintu_table_missing(context, layer, i, &where);
            mintu_table_type(context, layer, i, &where);
        }
    layer->typed = layer->typed || untyped;
    bool points = !layer->lines && layer->count > 0 && mintu_layer_geometry_type(layer) == MINTU_GEOMETRY_TYPE_NONE;
    return points ? mintu_table_points(context, layer, &where, error) : MINTU_STATUS_OK;
}

static mintu_status read_any(mintu_context *context, mintu_source *source, const char *name, mintu_error *error,
                             mintu_layer **out)
{
    mintu_status status = mintu_source_find(source, error);
    if (status == MINTU_STATUS_OK)
        status = read_found(context, source, name, error, out);
    tell_decoding(context, source);
    if (status == MINTU_STATUS_OK && *out)
        status = finish_columns(context, source, *out, error);
    if (status == MINTU_STATUS_OK && *out)
        status = mintu_layer_source_set(*out, source->path, error);
    if (status == MINTU_STATUS_OK)
        tell_datum(context, source->path, *out);
    mintu_buffer_free(&source->content);
    return mintu_layer_end(status, out);
}

mintu_status mintu_layer_load_file(mintu_context *context, const char *path, const char *name, mintu_error *error,
                                   mintu_layer **out)
{
    mintu_source source = {.path = path, .limits = &context->limits, .skipped = -1};
    return read_any(context, &source, name, error, out);
}

mintu_status mintu_layer_load_content(mintu_context *context, const char *path, mintu_buffer *content, mintu_error *error,
                                      mintu_layer **out)
{
    mintu_source source = {.path = path, .limits = &context->limits, .skipped = -1, .content = *content};
    *content = (mintu_buffer){0};
    *out = NULL;
    return read_any(context, &source, NULL, error, out);
}

mintu_status mintu_layer_parse(mintu_context *context, const char *text, const char *source_name, mintu_error *error,
                               mintu_layer **out)
{
    if (MINTU_GIVEN_OUT(error, out, context, text))
        return MINTU_STATUS_USAGE;
    size_t bad, size = strlen(text);
    source_name = source_name ? source_name : "<text>";
    if (!mintu_utf8_valid(text, size, &bad))
        return mintu_fail_at(error, MINTU_STATUS_INPUT, mintu_where_at(source_name, text, bad),
                             "%s: the text is not UTF-8; convert it", mintu_message(doing));
    const mintu_geojson_text geojson = {.text = text, .size = size, .source = source_name, .name = source_name};
    return mintu_layer_parse_part(context, &geojson, error, out);
}

mintu_status mintu_layer_parse_part(mintu_context *context, const mintu_geojson_text *text, mintu_error *error,
                                    mintu_layer **out)
{
    *out = NULL;
    return mintu_layer_end(read_geojson(context, text, error, out), out);
}

mintu_status mintu_layer_load_beneath(mintu_context *context, const char *folder, const char *path, const char *name,
                                      mintu_error *error, mintu_layer **out)
{
    const char *bounds = context->elsewhere ? NULL : folder;
    *out = NULL;
    mintu_status status = mintu_path_check(bounds, path, doing, error);
    if (status == MINTU_STATUS_OK && bounds)
        status = mintu_path_check_siblings(bounds, path, doing, error);
    return status == MINTU_STATUS_OK ? mintu_layer_load_file(context, path, name, error, out) : status;
}
