#include "layer/layer_load.h"

#include "base/array.h"
#include "base/context.h"
#include "base/path.h"
#include "base/refused.h"
#include "layer/feature_read.h"
#include "layer/layer_data.h"
#include "layer/layer_end.h"
#include "layer/layer_notes.h"
#include "layer/layer_reference.h"
#include "layer/read_limits.h"
#include "layer/source_open.h"

#include <math.h>
#include <string.h>

/* What a row takes: a cell per field, texts, and the positions. */
static size_t row_bytes(const mintu_layer *layer, size_t row)
{
    enum { ROW = 200, TEXT = 32, PART = 100 };
    size_t bytes = ROW + layer->field_count * sizeof(mintu_cell);
    for (size_t field = 0; field < layer->field_count; field++)
        if (layer->fields[field].cells[row].kind == MINTU_CELL_TEXT)
            bytes += TEXT + strlen(layer->fields[field].cells[row].text);
    const mintu_shape *shape = layer->shapes[row];
    return shape ? bytes + 2 * sizeof(double) * shape->vertex_count + PART * shape->part_count : bytes;
}

static mintu_status count_row(const mintu_layer *layer, const mintu_source *source, size_t *bytes, mintu_error *error)
{
    *bytes += row_bytes(layer, layer->count - 1);
    return *bytes <= source->limits->layer
               ? MINTU_STATUS_OK
               : mintu_fail_limit(error, source->path, source->limits->layer, "bytes as a layer in memory",
                                  "leave out fields and features that are not needed, or simplify "
                                  "it, for example with ogr2ogr");
}

static mintu_status read_rows(mintu_layer *layer, mintu_source *source, OGRCoordinateTransformationH transformation,
                              mintu_error *error)
{
    mintu_status status = MINTU_STATUS_OK;
    OGRFeatureH feature;
    size_t bytes = 0;
    OGR_L_ResetReading(source->layer);
    while (status == MINTU_STATUS_OK && (feature = OGR_L_GetNextFeature(source->layer))) {
        status = mintu_feature_read(layer, source, feature, transformation, error);
        if (status == MINTU_STATUS_OK)
            status = count_row(layer, source, &bytes, error);
        OGR_F_Destroy(feature);
    }
    if (status == MINTU_STATUS_OK)
        status = mintu_source_check_steps(source, error);
    if (status == MINTU_STATUS_OK && CPLGetLastErrorType() >= CE_Failure)
        status = mintu_fail_at(error, MINTU_STATUS_INPUT, (mintu_where){.source = source->path},
                               "reading a layer: the file is damaged after feature %zu: %s; get the file again", layer->count,
                               mintu_gdal_text());
    return status;
}

/* Coordinates without a reference system are degrees only if they look like degrees. */
static mintu_status check_degrees(const mintu_layer *layer, const char *path, bool given, mintu_error *error)
{
    double bounds[4];
    bool found;
    mintu_status status = mintu_layer_bounds(layer, bounds, &found, error);
    if (status != MINTU_STATUS_OK || !found)
        return status;
    if (bounds[0] >= -360 && bounds[2] <= 360 && bounds[1] >= -90.000001 && bounds[3] <= 90.000001)
        return MINTU_STATUS_OK;
    if (given)
        return mintu_fail_at(
            error, MINTU_STATUS_INPUT, (mintu_where){.source = path},
            "reading a layer: its reference system gives degrees, but coordinates run from %.6g, %.6g to %.6g, %.6g; "
            "give the file its true reference system, for example with ogr2ogr -a_srs",
            bounds[0], bounds[1], bounds[2], bounds[3]);
    return mintu_fail_at(
        error, MINTU_STATUS_INPUT, (mintu_where){.source = path},
        "reading a layer: the file has no reference system and its coordinates are no degrees (%.6g, %.6g to %.6g, "
        "%.6g); give it one, for example with ogr2ogr -a_srs EPSG:4548 -t_srs EPSG:4326",
        bounds[0], bounds[1], bounds[2], bounds[3]);
}

/* What was done to a text so that it could be read. */
static void tell_decoding(mintu_context *context, const mintu_source *source)
{
    const mintu_decoding *done = &source->decoding;
    if (done->told.encoding)
        mintu_context_notice(context, "%s:%zu: " MINTU_TOLD, source->path, done->told.line, done->told.encoding);
    if (done->replaced)
        mintu_context_notice(context, "%s:%d:%d: " MINTU_REPLACED, source->path, done->first.line, done->first.column,
                             done->replaced);
}

static mintu_status read_source(mintu_context *context, mintu_source *source, mintu_error *error, mintu_layer **out)
{
    OGRCoordinateTransformationH transformation = NULL;
    OGRSpatialReferenceH reference = OGR_L_GetSpatialRef(source->layer);
    mintu_status status = mintu_layer_new(context, OGR_L_GetName(source->layer), error, out);
    if (status == MINTU_STATUS_OK)
        status = mintu_reference_check(reference, source->path, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_reference_transformation(reference, source->path, error, &transformation);
    if (status == MINTU_STATUS_OK)
        status = mintu_feature_read_fields(*out, source, error);
    CPLErrorReset();
    if (status == MINTU_STATUS_OK)
        status = read_rows(*out, source, transformation, error);
    if (status == MINTU_STATUS_OK)
        status = check_degrees(*out, source->path, reference, error);
    tell_decoding(context, source);
    if (source->repaired)
        mintu_context_notice(context,
                             "%s: %zu texts are no UTF-8, the first in row %zu; bytes that are none became U+FFFD; convert the "
                             "file, for example with iconv -f GB18030 -t UTF-8",
                             source->path, source->repaired, source->repaired_row);
    if (status == MINTU_STATUS_OK)
        status = mintu_notes_read(*out, source, error);
    if (transformation)
        OCTDestroyCoordinateTransformation(transformation);
    return status;
}

/* Reads a source that was opened with @p status, and closes it. */
static mintu_status finish(mintu_context *context, mintu_source *source, const char *path, mintu_status status,
                           mintu_error *error, mintu_layer **out)
{
    if (status == MINTU_STATUS_OK)
        status = read_source(context, source, error, out);
    if (mintu_refused()) /* why it failed, or what it made without */
        status = mintu_reference_check(NULL, path, error);
    mintu_source_close(source);
    mintu_gdal_end();
    return mintu_layer_end(status, out);
}

mintu_status mintu_layer_load(mintu_context *context, const char *path, const char *name, mintu_error *error, mintu_layer **out)
{
    mintu_source source = {0};
    *out = NULL;
    mintu_gdal_begin();
    return finish(context, &source, path, mintu_source_open(context, path, name, error, &source), error, out);
}

mintu_status mintu_layer_parse(mintu_context *context, const char *text, const char *source_name, mintu_error *error,
                               mintu_layer **out)
{
    mintu_source source = {0};
    *out = NULL;
    mintu_gdal_begin();
    return finish(context, &source, source_name, mintu_source_parse(context, text, source_name, error, &source), error, out);
}

mintu_status mintu_layer_load_beneath(mintu_context *context, const char *folder, const char *path, const char *name,
                                      mintu_error *error, mintu_layer **out)
{
    static const char doing[] = "reading a layer";
    const char *bounds = context->elsewhere ? NULL : folder;
    *out = NULL;
    mintu_status status = mintu_path_check(bounds, path, doing, error);
    if (status == MINTU_STATUS_OK && bounds)
        status = mintu_path_check_siblings(bounds, path, doing, error);
    return status == MINTU_STATUS_OK ? mintu_layer_load(context, path, name, error, out) : status;
}
