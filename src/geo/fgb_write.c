#include "geo/driver.h"
#include "geo/handle.h"
#include "geo/ogr_write.h"

#include <unistd.h>

static const char doing[] = "writing a FlatGeobuf file";

/* GDAL leaves rows without a geometry out of the file without a word. */
static mintu_status check_rows(const mintu_layer *layer, const char *target, mintu_error *error)
{
    for (size_t row = 0; row < layer->count; row++) {
        OGRGeometryH geometry = OGR_F_GetGeometryRef(layer->rows[row]);
        if (!geometry || OGR_G_IsEmpty(geometry))
            return mintu_fail_at(error, MINTU_STATUS_OUTPUT, (mintu_where){.source = target},
                                 "%s: row %zu has no geometry, and the format cannot hold it; write GeoPackage or GeoJSON",
                                 doing, row + 1);
    }
    return MINTU_STATUS_OK;
}

static bool write_dataset(GDALDatasetH dataset, const mintu_layer *layer)
{
    const char *const options[] = {layer->count > 0 ? "SPATIAL_INDEX=YES" : "SPATIAL_INDEX=NO", NULL};
    OGRwkbGeometryType type = mintu_ogr_type(layer);
    OGRSpatialReferenceH wgs84 = mintu_ogr_wgs84();
    OGRLayerH out = GDALDatasetCreateLayer(dataset, layer->name, type == wkbNone ? NULL : wgs84, type, (char **)options);
    OSRDestroySpatialReference(wgs84);
    bool good = out && mintu_ogr_fields(out, layer);
    for (size_t row = 0; row < layer->count && good; row++)
        good = mintu_ogr_row(out, layer->rows[row], type);
    return good;
}

mintu_status mintu_fgb_write(const mintu_layer *layer, const char *target, mintu_output *output, mintu_error *error)
{
    GDALDriverH driver = mintu_driver("FlatGeobuf");
    if (!driver)
        return mintu_fail(error, MINTU_STATUS_OUTPUT, "%s: GDAL was built without it; write GeoJSON instead", doing);
    mintu_status status = check_rows(layer, target, error);
    if (status != MINTU_STATUS_OK)
        return status;
    const char *path = mintu_output_temporary(output);
    unlink(path); /* the driver makes the file itself */
    CPLErrorReset();
    GDALDatasetH dataset = GDALCreate(driver, path, 0, 0, 0, GDT_Unknown, NULL);
    bool good = dataset && write_dataset(dataset, layer);
    if (!good)
        status = mintu_ogr_fail(target, doing, error);
    CPLErrorReset();
    if (dataset) /* the file is written now */
        GDALClose(dataset);
    return good && CPLGetLastErrorType() >= CE_Failure ? mintu_ogr_fail(target, doing, error) : status;
}
