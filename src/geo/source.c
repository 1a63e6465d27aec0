#define _GNU_SOURCE /* stat64 of GDAL's VSIStatBufL */
#include "geo/source.h"

#include "base/array.h"
#include "geo/handle.h"

#include <string.h>
#include <strings.h>

/* GDAL exports these to C but declares them in a C++ header only. */
void RegisterOGRCSV(void);
void RegisterOGRFlatGeobuf(void);
void RegisterOGRGML(void);
void RegisterOGRGPX(void);
void RegisterOGRGeoJSON(void);
void RegisterOGRGeoPackage(void);
void RegisterOGRKML(void);
void RegisterOGRODS(void);
void RegisterOGRShape(void);
void RegisterOGRTAB(void);
void RegisterOGRXLSX(void);

static const char doing[] = "reading a layer";

/* GDALAllRegister() takes tens of milliseconds, most of it for rasters and plugins that no layer needs. */
static const struct {
    const char *ending, *driver;
    void (*enroll)(void);
} drivers[] = {
    {"gpkg", "GPKG", RegisterOGRGeoPackage},
    {"geojson", "GeoJSON", RegisterOGRGeoJSON},
    {"json", "GeoJSON", RegisterOGRGeoJSON},
    {"csv", "CSV", RegisterOGRCSV},
    {"shp", "ESRI Shapefile", RegisterOGRShape},
    {"fgb", "FlatGeobuf", RegisterOGRFlatGeobuf},
    {"kml", "KML", RegisterOGRKML},
    {"gml", "GML", RegisterOGRGML},
    {"gpx", "GPX", RegisterOGRGPX},
    {"ods", "ODS", RegisterOGRODS},
    {"xlsx", "XLSX", RegisterOGRXLSX},
    {"tab", "MapInfo File", RegisterOGRTAB},
    {"mif", "MapInfo File", RegisterOGRTAB},
};

/* Columns without a type are told apart by their values; a table's columns of positions stay columns as well. */
static const char *const csv_options[] = {"AUTODETECT_TYPE=YES",
                                          "AUTODETECT_SIZE_LIMIT=0",
                                          "EMPTY_STRING_AS_NULL=YES",
                                          "KEEP_GEOM_COLUMNS=YES",
                                          "X_POSSIBLE_NAMES=lon,longitude,lng,x,经度",
                                          "Y_POSSIBLE_NAMES=lat,latitude,y,纬度",
                                          "GEOM_POSSIBLE_NAMES=wkt,WKT",
                                          NULL};

GDALDriverH mintu_driver(const char *name)
{
    for (size_t i = 0; i < sizeof drivers / sizeof *drivers; i++)
        if (strcmp(drivers[i].driver, name) == 0)
            drivers[i].enroll();
    return GDALGetDriverByName(name);
}

static GDALDatasetH open_with(const char *path, const char *driver)
{
    const char *allowed[] = {driver, NULL};
    const char *const *options = driver && strcmp(driver, "CSV") == 0 ? csv_options : NULL;
    return GDALOpenEx(path, GDAL_OF_VECTOR | GDAL_OF_READONLY, driver ? allowed : NULL, options, NULL);
}

/* The driver that the ending names, else whatever driver recognises the file. */
static GDALDatasetH open_any(const char *path)
{
    const char *ending = CPLGetExtension(path);
    for (size_t i = 0; i < sizeof drivers / sizeof *drivers; i++)
        if (strcasecmp(ending, drivers[i].ending) == 0) {
            drivers[i].enroll();
            GDALDatasetH dataset = open_with(path, drivers[i].driver);
            if (dataset || mintu_gdal_text()[0])
                return dataset;
        }
    GDALAllRegister();
    return open_with(path, NULL);
}

/* A name with a colon may be a connection ("PG:dbname=x"), which is no file. */
static mintu_status check_file(const char *path, mintu_error *error)
{
    VSIStatBufL there;
    mintu_where where = {.source = path};
    if (VSIStatL(path, &there) != 0)
        return strchr(path, ':')
                   ? MINTU_STATUS_OK
                   : mintu_fail_at(error, MINTU_STATUS_INPUT, where,
                                   "%s: there is no such file, or it cannot be read; check the name and its permissions",
                                   doing);
    if (!VSI_ISDIR(there.st_mode) && there.st_size == 0)
        return mintu_fail_at(error, MINTU_STATUS_INPUT, where,
                             "%s: the file is empty; expected GeoJSON, GeoPackage, CSV, Shapefile or another vector file",
                             doing);
    return MINTU_STATUS_OK;
}

static mintu_status fail_layer(const mintu_source *source, const char *name, mintu_error *error)
{
    mintu_buffer names = {0};
    for (int i = 0; i < GDALDatasetGetLayerCount(source->dataset); i++)
        mintu_buffer_format(&names, "%s%s", i ? ", " : "", OGR_L_GetName(GDALDatasetGetLayer(source->dataset, i)));
    mintu_where where = {.source = source->path};
    mintu_status status =
        name ? mintu_fail_at(error, MINTU_STATUS_INPUT, where, "%s: there is no layer \"%s\"; the file has: %s", doing, name,
                             names.size && !names.failed ? names.data : "none")
             : mintu_fail_at(error, MINTU_STATUS_INPUT, where, "%s: the file has no layer; choose a vector file", doing);
    mintu_buffer_free(&names);
    return status;
}

/* GDAL takes the first row of a sheet for data when all its columns are text, as those of names are, and reads it late. */
static OGRLayerH choose_layer(const mintu_source *source, const char *name)
{
    static const char *const settings[] = {"OGR_XLSX_HEADERS", "OGR_ODS_HEADERS"};
    OGRLayerH layer = NULL;
    for (size_t i = 0; i < sizeof settings / sizeof *settings; i++)
        CPLSetThreadLocalConfigOption(settings[i], "FORCE");
    if (name)
        layer = GDALDatasetGetLayerByName(source->dataset, name);
    else if (GDALDatasetGetLayerCount(source->dataset) > 0)
        layer = GDALDatasetGetLayer(source->dataset, 0);
    if (layer)
        OGR_L_GetLayerDefn(layer);
    for (size_t i = 0; i < sizeof settings / sizeof *settings; i++)
        CPLSetThreadLocalConfigOption(settings[i], NULL);
    return layer;
}

mintu_status mintu_source_open(const char *path, const char *name, mintu_error *error, mintu_source *out)
{
    *out = (mintu_source){.path = path, .skipped = -1};
    mintu_status status = check_file(path, error);
    if (status != MINTU_STATUS_OK)
        return status;
    CPLErrorReset();
    out->dataset = open_any(path);
    if (!out->dataset)
        return mintu_fail_at(error, MINTU_STATUS_INPUT, (mintu_where){.source = path},
                             "%s: the file cannot be read as vector data%s%s; expected GeoJSON, GeoPackage, CSV, Shapefile or "
                             "another format that GDAL knows",
                             doing, mintu_gdal_text()[0] ? ": " : "", mintu_gdal_text());
    out->driver = GDALGetDriverShortName(GDALGetDatasetDriver(out->dataset));
    out->layer = choose_layer(out, name);
    if (!out->layer) {
        status = fail_layer(out, name, error);
        mintu_source_close(out);
        return status;
    }
    if (strcmp(out->driver, "CSV") == 0)
        out->skipped = OGR_FD_GetFieldIndex(OGR_L_GetLayerDefn(out->layer), "wkt");
    return status;
}

void mintu_source_close(mintu_source *source)
{
    if (source->dataset)
        GDALClose(source->dataset);
    *source = (mintu_source){0};
}
