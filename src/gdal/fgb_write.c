#include "gdal/fgb_write.h"

#include "base/error.h"
#include "gdal/ogr_file.h"
#include "gdal/ogr_write.h"

static const char doing[] = N_("writing a FlatGeobuf file");

/* GDAL leaves rows without a geometry out of the file without a word. */
static mintu_status check_rows(const mintu_layer *layer, const char *target, mintu_error *error)
{
    for (size_t row = 0; row < layer->count; row++)
        if (!layer->shapes[row])
            return mintu_fail_at(error, MINTU_STATUS_OUTPUT, (mintu_where){.source = target},
                                 "%s: row %zu has no geometry, and the format cannot hold it; write GeoPackage or GeoJSON",
                                 mintu_message(doing), row + 1);
    return MINTU_STATUS_OK;
}

static bool write_dataset(GDALDatasetH dataset, const mintu_layer *layer)
{
    const char *const options[] = {layer->count > 0 ? "SPATIAL_INDEX=YES" : "SPATIAL_INDEX=NO", NULL};
    OGRLayerH out = mintu_ogr_layer(dataset, layer, options);
    return out && mintu_ogr_rows(out, layer);
}

mintu_status mintu_fgb_write(const mintu_layer *layer, const char *target, mintu_output *output, mintu_error *error)
{
    static const mintu_ogr_format format = {.driver = "FlatGeobuf", .ending = "fgb", .doing = doing, .fill = write_dataset};
    mintu_status status = check_rows(layer, target, error);
    return status == MINTU_STATUS_OK ? mintu_ogr_file_write(&format, layer, target, output, error) : status;
}
