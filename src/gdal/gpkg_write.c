#include "gdal/gpkg_write.h"

#include "base/message.h"
#include "gdal/ogr_file.h"
#include "gdal/ogr_write.h"

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

static OGRLayerH make_layer(GDALDatasetH dataset, const mintu_layer *layer)
{
    const char *const options[] = {mintu_ogr_key_option(layer), mintu_ogr_geometry_option(layer), NULL};
    return mintu_ogr_layer(dataset, layer, options);
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
    OGRLayerH out = GDALDatasetStartTransaction(dataset, 0) == OGRERR_NONE ? make_layer(dataset, layer) : NULL;
    return out && write_notes(out, layer) && mintu_ogr_rows(out, layer) && GDALDatasetCommitTransaction(dataset) == OGRERR_NONE;
}

mintu_status mintu_gpkg_write(const mintu_layer *layer, const char *target, mintu_output *output, mintu_error *error)
{
    char change[40];
    format_change(layer, change);
    /* The database is made in memory, so that SQLite need not guard against a crash. */
    const mintu_setting settings[] = {
        {"OGR_CURRENT_DATE", change}, {"OGR_SQLITE_SYNCHRONOUS", "OFF"}, {"OGR_SQLITE_JOURNAL", "MEMORY"}};
    const mintu_ogr_format format = {.driver = "GPKG",
                                     .ending = "gpkg",
                                     .doing = N_("writing a GeoPackage"),
                                     .fill = write_dataset,
                                     .settings = settings,
                                     .setting_count = sizeof settings / sizeof *settings};
    return mintu_ogr_file_write(&format, layer, target, output, error);
}
