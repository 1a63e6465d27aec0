#include "gdal/gpkg_write.h"

#include "gdal/ogr_file.h"
#include "gdal/ogr_write.h"
#include "gdal/settings.h"

#include <mintu/date.h>

#include <stdio.h>

/* The GeoPackage holds the time of its last change; the layer's own date takes its place, so that equal layers give equal bytes. */
static void format_change(const mintu_layer *layer, char out[40])
{
    const char *as_of = mintu_layer_note(layer, "as-of");
    int date;
    char day[11];
    mintu_date_format(as_of && mintu_date_parse(as_of, &date) ? date : 20000101, day);
    snprintf(out, 40, "%sT00:00:00.000Z", day);
}

static OGRLayerH make_layer(GDALDatasetH dataset, const mintu_layer *layer, OGRwkbGeometryType type)
{
    OGRSpatialReferenceH wgs84 = mintu_ogr_wgs84();
    /* A field of our own may be called fid or geom. */
    const char *const options[] = {
        mintu_layer_field_find(layer, "fid") < 0 ? "FID=fid" : "FID=ogc_fid",
        mintu_layer_field_find(layer, "geom") < 0 ? "GEOMETRY_NAME=geom" : "GEOMETRY_NAME=wkb_geometry", NULL};
    OGRLayerH out = GDALDatasetCreateLayer(dataset, layer->name, type == wkbNone ? NULL : wgs84, type, (char **)options);
    OSRDestroySpatialReference(wgs84);
    return out && mintu_ogr_fields(out, layer) ? out : NULL;
}

static bool write_notes(OGRLayerH out, const mintu_layer *layer)
{
    bool good = true;
    for (size_t i = 0; i < layer->note_count && good; i++)
        good = GDALSetMetadataItem(out, layer->notes[i].key, layer->notes[i].value, NULL) == CE_None;
    return good;
}

static bool write_dataset(GDALDatasetH dataset, const mintu_layer *layer)
{
    OGRwkbGeometryType type = mintu_ogr_type(layer);
    bool good = GDALDatasetStartTransaction(dataset, 0) == OGRERR_NONE;
    OGRLayerH out = good ? make_layer(dataset, layer, type) : NULL;
    good = out && write_notes(out, layer);
    for (size_t row = 0; row < layer->count && good; row++)
        good = mintu_ogr_row(out, layer, row, type);
    return good && GDALDatasetCommitTransaction(dataset) == OGRERR_NONE;
}

mintu_status mintu_gpkg_write(const mintu_layer *layer, const char *target, mintu_output *output, mintu_error *error)
{
    static const mintu_ogr_format format = {
        .driver = "GPKG", .ending = "gpkg", .doing = "writing a GeoPackage", .fill = write_dataset};
    char change[40];
    format_change(layer, change);
    /* The database is made in memory, so that SQLite need not guard against a crash. */
    const mintu_setting settings[] = {
        {"OGR_CURRENT_DATE", change}, {"OGR_SQLITE_SYNCHRONOUS", "OFF"}, {"OGR_SQLITE_JOURNAL", "MEMORY"}};
    mintu_status status = mintu_gdal_begin(format.doing, error);
    if (status != MINTU_STATUS_OK)
        return status;
    char **before = mintu_settings_begin(settings, sizeof settings / sizeof *settings);
    status = mintu_ogr_file_write(&format, layer, target, output, error);
    mintu_settings_end(before);
    mintu_gdal_end();
    return status;
}
