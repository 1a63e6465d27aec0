/* A layer to a file: which format it is, and its writer. */
#include "base/argument.h"
#include "base/ascii.h"
#include "base/context.h"
#include "base/error.h"
#include "gdal/fgb_write.h"
#include "gdal/gpkg_write.h"
#include "gdal/xlsx_write.h"
#include "layer/csv_write.h"
#include "layer/geojson_write.h"

#include <string.h>

static const char doing[] = "writing a layer";

/* Those from GPKG on are made by a library. */
typedef enum file_format {
    FORMAT_GEOJSON,
    FORMAT_JSON,
    FORMAT_CSV,
    FORMAT_GPKG,
    FORMAT_XLSX,
    FORMAT_FGB,
    FORMAT_END
} file_format;

static const struct {
    const char *name;
    file_format format;
} formats[] = {{"geojson", FORMAT_GEOJSON}, {"json", FORMAT_JSON}, {"csv", FORMAT_CSV},
               {"gpkg", FORMAT_GPKG},       {"xlsx", FORMAT_XLSX}, {"fgb", FORMAT_FGB}};

static file_format find_format(const char *name)
{
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        if (mintu_ascii_compare(name, formats[i].name) == 0)
            return formats[i].format;
    return FORMAT_END;
}

/* Standard output has no ending: it is GeoJSON when nothing else is asked for. A GeoPackage is a database, which a stream is not. */
static mintu_status choose_format(const char *path, const mintu_write_options *options, mintu_error *error, file_format *out)
{
    const char *dot = strrchr(path, '.');
    bool standard = strcmp(path, "-") == 0;
    const char *asked = options && options->format ? options->format : standard ? "geojson" : dot ? dot + 1 : "";
    *out = find_format(asked);
    if (*out == FORMAT_END)
        return mintu_fail(error, MINTU_STATUS_USAGE,
                          "writing %s: \"%s\" is no format that can be written; expected geojson, json, csv, gpkg, xlsx or fgb "
                          "as the ending of the "
                          "name or as the format",
                          standard ? "to standard output" : path, asked);
    if (*out == FORMAT_GPKG && standard)
        return mintu_fail(error, MINTU_STATUS_USAGE,
                          "writing to standard output: %s needs a file; give a file name, or use geojson, json or csv", asked);
    return MINTU_STATUS_OK;
}

static mintu_status write_format(const mintu_layer *layer, file_format format, const char *path,
                                 const mintu_write_options *options, mintu_output *output, mintu_error *error)
{
    switch (format) {
    case FORMAT_GEOJSON:
        return mintu_geojson_write(layer, output, error);
    case FORMAT_JSON:
        return mintu_json_write(layer, output, error);
    case FORMAT_CSV:
        return mintu_csv_write(layer, options, output, error);
    case FORMAT_XLSX:
        return mintu_xlsx_write(layer, path, output, error);
    case FORMAT_FGB:
        return mintu_fgb_write(layer, path, output, error);
    default:
        return mintu_gpkg_write(layer, path, output, error);
    }
}

mintu_status mintu_layer_write(mintu_context *context, const mintu_layer *layer, const char *path,
                               const mintu_write_options *options, mintu_error *error)
{
    if (MINTU_GIVEN(error, context, layer, path) || MINTU_RESERVED_ZERO(error, options))
        return MINTU_STATUS_USAGE;
    file_format format;
    mintu_output *output = NULL;
    mintu_status status = mintu_context_step(context, 0, doing, error);
    if (status == MINTU_STATUS_OK)
        status = choose_format(path, options, error, &format);
    if (status == MINTU_STATUS_OK)
        status = format == FORMAT_GPKG ? mintu_output_open_file(path, error, &output) : mintu_output_open(path, error, &output);
    if (status != MINTU_STATUS_OK)
        return status;
    return mintu_output_end(output, write_format(layer, format, path, options, output, error), error);
}

mintu_status mintu_layer_write_bytes(mintu_context *context, const mintu_layer *layer, const mintu_write_options *options,
                                     mintu_error *error, mintu_bytes *out)
{
    if (MINTU_GIVEN(error, context, layer, out) || MINTU_RESERVED_ZERO(error, options))
        return MINTU_STATUS_USAGE;
    const char *asked = options && options->format ? options->format : "geojson";
    file_format format = find_format(asked);
    mintu_output *output = NULL;
    *out = (mintu_bytes){0};
    mintu_status status = mintu_context_step(context, 0, doing, error);
    if (status == MINTU_STATUS_OK && format == FORMAT_END)
        status = mintu_fail(error, MINTU_STATUS_USAGE, "%s: \"%s\" is no format that can be written", doing, asked);
    if (status == MINTU_STATUS_OK)
        status = mintu_output_open_bytes(out, error, &output);
    if (status != MINTU_STATUS_OK)
        return status;
    return mintu_output_end(output, write_format(layer, format, layer->name, options, output, error), error);
}
