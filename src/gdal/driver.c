#define _GNU_SOURCE /* stat64 of GDAL's VSIStatBufL */
#include "gdal/driver.h"

#include "base/ascii.h"
#include "base/message.h"

#include <pthread.h>
#include <string.h>

/* The one list of formats. A driver that opens what a file names (VRT, WFS, any that takes SQL or an address) does not belong
 * here: the content decides which driver takes a file, so that a file called towns.geojson could then read any other. */
static const char *const drivers[] = {"TopoJSON", "GPKG", "ESRI Shapefile", "FlatGeobuf",  "CSV", "XLSX", "ODS", "KML",
                                      "GPX",      "GML",  "MapInfo File",   "OpenFileGDB", "DXF"};
enum { DRIVERS = sizeof drivers / sizeof *drivers };

static void enroll(void)
{
    RegisterOGRTopoJSON();
    RegisterOGRGeoPackage();
    RegisterOGRShape();
    RegisterOGRFlatGeobuf();
    RegisterOGRCSV();
    RegisterOGRXLSX();
    RegisterOGRODS();
    RegisterOGRKML();
    RegisterOGRGPX();
    RegisterOGRGML();
    RegisterOGRTAB();
    RegisterOGROpenFileGDB();
    RegisterOGRDXF();
}

static const struct {
    const char *ending, *driver;
} endings[] = {
    {"topojson", "TopoJSON"}, {"json", "TopoJSON"}, {"geojson", "TopoJSON"}, {"gpkg", "GPKG"},        {"shp", "ESRI Shapefile"},
    {"fgb", "FlatGeobuf"},    {"csv", "CSV"},       {"tsv", "CSV"},          {"xlsx", "XLSX"},        {"ods", "ODS"},
    {"kml", "KML"},           {"gpx", "GPX"},       {"gml", "GML"},          {"tab", "MapInfo File"}, {"mif", "MapInfo File"},
    {"gdb", "OpenFileGDB"},   {"dxf", "DXF"}};

void mintu_drivers_allowed(const char *path, bool by_ending, const char *names[MINTU_DRIVERS_MOST])
{
    size_t count = 0;
    for (size_t i = 0; !by_ending && i < DRIVERS; i++)
        names[count++] = drivers[i];
    for (size_t i = 0; by_ending && count == 0 && i < sizeof endings / sizeof *endings; i++)
        if (mintu_ascii_compare(CPLGetExtension(path), endings[i].ending) == 0)
            names[count++] = endings[i].driver;
    names[count] = NULL;
}

/* GDAL asks here before it fetches anything by itself (schemas, geocoding by SQL). */
/* NOLINTNEXTLINE(readability-function-size): GDAL sets the parameters. */
static CPLHTTPResult *fetch_nothing(const char *address, CSLConstList options, GDALProgressFunc progress, void *progress_user,
                                    CPLHTTPFetchWriteFunc write, void *write_user, void *user)
{
    (void)address, (void)options, (void)progress, (void)progress_user, (void)write, (void)write_user, (void)user;
    CPLHTTPResult *result = CPLCalloc(1, sizeof *result); /* NULL would mean: fetch it all the same */
    result->nStatus = 1;
    result->pszErrBuf = CPLStrdup(mintu_message("nothing is fetched from a network"));
    return result;
}

static void *open_nothing(void *user, const char *name, const char *access)
{
    (void)user, (void)name, (void)access;
    return NULL;
}

static int stat_nothing(void *user, const char *name, VSIStatBufL *out, int flags)
{
    (void)user, (void)name, (void)out, (void)flags;
    return -1;
}

/* The handlers of GDAL's file systems that are a network (/vsicurl/, /vsis3/, …) give way to one that finds no file, so that no
 * path, wherever it stands in a file, leads out of the house. */
static void close_network(void)
{
    static const char *const networks[] = {
        "curl/", "curl?", "curl_streaming/", "s3/",    "s3_streaming/",    "gs/",      "gs_streaming/", "az/", "az_streaming/",
        "adls/", "oss/",  "oss_streaming/",  "swift/", "swift_streaming/", "webhdfs/", "hdfs/"};
    VSIFilesystemPluginCallbacksStruct *nothing = VSIAllocFilesystemPluginCallbacksStruct();
    nothing->open = open_nothing;
    nothing->stat = stat_nothing;
    for (size_t i = 0; i < sizeof networks / sizeof *networks; i++)
        VSIInstallPluginHandler(CPLSPrintf("/vsi%s", networks[i]), nothing);
    VSIFreeFilesystemPluginCallbacksStruct(nothing);
    CPLHTTPSetFetchCallback(fetch_nothing, NULL);
    OSRSetPROJEnableNetwork(0); /* PROJ's grids */
}

static void begin(void)
{
    close_network();
    enroll();
}

void mintu_drivers_begin(void)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, begin);
}

const char *mintu_driver_name(size_t index)
{
    return index < DRIVERS ? drivers[index] : NULL;
}

GDALDriverH mintu_driver(const char *name)
{
    mintu_drivers_begin();
    return GDALGetDriverByName(name);
}

static void enroll_rasters(void)
{
    GDALRegister_GTiff();
    GDALRegister_PNG();
    GDALRegister_JPEG();
    GDALRegister_WEBP();
    GDALRegister_GIF();
    GDALRegister_BMP();
    GDALRegister_AAIGrid();
    GDALRegister_SRTMHGT();
}

void mintu_drivers_raster_begin(void)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    mintu_drivers_begin();
    pthread_once(&once, enroll_rasters);
}

static void enroll_database(void)
{
    RegisterOGRPG();
}

GDALDriverH mintu_driver_database(void)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    mintu_drivers_begin();
    pthread_once(&once, enroll_database);
    return GDALGetDriverByName("PostgreSQL");
}
