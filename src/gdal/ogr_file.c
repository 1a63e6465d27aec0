#include "gdal/ogr_file.h"

#include "base/array.h"
#include "base/message.h"
#include "gdal/driver.h"
#include "gdal/ogr.h"
#include "gdal/ogr_write.h"

#include <stdatomic.h>
#include <stdio.h>
#include <string.h>

enum { TEXT = 256 };

/* One file being made. */
typedef struct making {
    const mintu_ogr_format *format;
    const mintu_layer *layer;
    const char *target;
    char path[64]; /* in GDAL's memory */
} making;

/* What the drivers would otherwise take from the environment, and write other bytes for. Some have no value that is what they do
 * without one. */
static const mintu_setting settings[] = {
    {"GDAL_NUM_THREADS", "1"}, /* more compress a workbook in pieces */
    {"OSR_DEFAULT_AXIS_MAPPING_STRATEGY", "AUTHORITY_COMPLIANT"},
    {"CREATE_GEOMETRY_COLUMNS", "YES"},
    {"CREATE_METADATA_TABLES", "YES"},
    {"CREATE_RASTER_TABLES", "YES"},
    {"CREATE_TRIGGERS", "NO"}, /* those of tiles and metadata; that of the index comes all the same */
    {"GPKG_ADD_DEFINITION_12_063", "NO"},
    {"OGR_SQLITE_LOAD_EXTENSIONS", ""},
    {"OGR_SQLITE_PRAGMA", ""},
    {"OGR_SQLITE_CACHE", ""},
    {"OGR_SQLITE_VFS_MAXPATHNAME", "2048"},
    {"SPATIALITE_LOAD", "NO"}, /* it sets the locale of the whole process */
};

/* The driver may go on after a failure; the first one is kept. */
static void CPL_STDCALL hear(CPLErr level, CPLErrorNum number, const char *text)
{
    char *first = CPLGetErrorHandlerUserData();
    (void)number;
    if (level >= CE_Failure && !first[0])
        snprintf(first, TEXT, "%s", text[0] ? text : "the driver does not say why");
}

static mintu_status fail(const making *work, const char *text, mintu_error *error)
{
    return mintu_fail_at(error, MINTU_STATUS_OUTPUT, (mintu_where){.source = work->target},
                         "%s: %s; check the memory, or write GeoJSON instead", mintu_message(work->format->doing),
                         text[0] ? text : mintu_message("the file could not be made"));
}

static mintu_status create(const making *work, GDALDriverH driver, mintu_error *error)
{
    char text[TEXT] = "";
    unsigned long failures = mintu_memory_failures();
    CPLPushErrorHandlerEx(hear, text);
    GDALDatasetH dataset = GDALCreate(driver, work->path, 0, 0, 0, GDT_Unknown, NULL);
    bool good = dataset && work->format->fill(dataset, work->layer);
    if (dataset) /* some drivers write now, and all finish */
        GDALClose(dataset);
    if (good && !text[0] && work->format->finish)
        good = work->format->finish(work->path, work->layer);
    CPLPopErrorHandler();
    if (mintu_memory_failures() != failures)
        return mintu_fail_memory(error, work->format->doing);
    return good && !text[0] ? MINTU_STATUS_OK : fail(work, text, error);
}

static size_t count_rows(const making *work)
{
    const char *const drivers[] = {work->format->driver, NULL};
    if (work->format->count)
        return work->format->count(work->path);
    GDALDatasetH dataset = GDALOpenEx(work->path, GDAL_OF_VECTOR | GDAL_OF_READONLY, drivers, NULL, NULL);
    OGRLayerH layer = dataset ? GDALDatasetGetLayer(dataset, 0) : NULL;
    size_t count = 0;
    for (OGRFeatureH row; layer && (row = OGR_L_GetNextFeature(layer)); count++)
        OGR_F_Destroy(row);
    if (dataset)
        GDALClose(dataset);
    return count;
}

/* What was made is opened again: it can be read without a failure, and all rows are there. */
static mintu_status examine(const making *work, mintu_error *error)
{
    char text[TEXT] = "";
    unsigned long failures = mintu_memory_failures();
    CPLPushErrorHandlerEx(hear, text);
    size_t count = count_rows(work);
    CPLPopErrorHandler();
    if (mintu_memory_failures() != failures)
        return mintu_fail_memory(error, work->format->doing);
    if (text[0])
        return fail(work, text, error);
    size_t expected = work->format->expected ? work->format->expected(work->layer) : work->layer->count;
    if (count == expected)
        return MINTU_STATUS_OK;
    return mintu_fail_at(error, MINTU_STATUS_DEFECT, (mintu_where){.source = work->target},
                         "%s: opened again, the file has %zu of %zu rows; report this as a defect of mintu, and write GeoJSON "
                         "instead",
                         mintu_message(work->format->doing), count, expected);
}

static mintu_status hand_file(const making *work, const char *ending, const mintu_ogr_parts *parts, mintu_error *error)
{
    char path[sizeof work->path + 16];
    vsi_l_offset size = 0;
    snprintf(path, sizeof path, "%.*s%s", (int)(strrchr(work->path, '.') - work->path), work->path, ending);
    const void *bytes = VSIGetMemFileBuffer(path, &size, FALSE);
    if (!bytes || size == 0)
        return fail(work, N_("the driver made an empty file"), error);
    return parts->add(parts->to, ending, bytes, (size_t)size, error);
}

static mintu_status hand_over(const making *work, const mintu_ogr_parts *parts, mintu_error *error)
{
    const char *const single[] = {strrchr(work->path, '.'), NULL}, *const *endings = work->format->parts;
    mintu_status status = MINTU_STATUS_OK;
    endings = endings ? endings : single;
    for (size_t i = 0; endings[i] && status == MINTU_STATUS_OK; i++)
        status = hand_file(work, endings[i], parts, error);
    return status;
}

/* With its folder in GDAL's memory. */
static void remove_files(making *work)
{
    *strrchr(work->path, '/') = '\0';
    VSIRmdirRecursive(work->path);
}

static mintu_status make(making *work, const mintu_ogr_parts *parts, mintu_error *error)
{
    static atomic_uint files;
    const mintu_ogr_format *format = work->format;
    GDALDriverH driver = mintu_driver(format->driver);
    if (!driver)
        return mintu_fail(error, MINTU_STATUS_OUTPUT, "%s: GDAL was built without the driver; write GeoJSON or CSV instead",
                          mintu_message(format->doing));
    snprintf(work->path, sizeof work->path, "/vsimem/mintu-%u/layer.%s", atomic_fetch_add(&files, 1), format->ending);
    char **before = mintu_settings_begin(settings, sizeof settings / sizeof *settings);
    char **shared = mintu_settings_begin(format->settings, format->setting_count);
    mintu_status status = create(work, driver, error);
    if (status == MINTU_STATUS_OK)
        status = examine(work, error);
    mintu_settings_end(shared);
    mintu_settings_end(before);
    if (status == MINTU_STATUS_OK)
        status = hand_over(work, parts, error);
    remove_files(work);
    return status;
}

mintu_status mintu_ogr_files_write(const mintu_ogr_format *format, const mintu_layer *layer, const char *target,
                                   const mintu_ogr_parts *parts, mintu_error *error)
{
    making work = {.format = format, .layer = layer, .target = target};
    mintu_status status = mintu_gdal_begin(format->doing, error);
    if (status != MINTU_STATUS_OK)
        return status;
    status = make(&work, parts, error);
    mintu_gdal_end();
    return status;
}

static mintu_status send(void *to, const char *ending, const void *bytes, size_t size, mintu_error *error)
{
    (void)ending;
    return mintu_output_write(to, bytes, size, error);
}

mintu_status mintu_ogr_file_write(const mintu_ogr_format *format, const mintu_layer *layer, const char *target,
                                  mintu_output *output, mintu_error *error)
{
    const mintu_ogr_parts parts = {send, output};
    return mintu_ogr_files_write(format, layer, target, &parts, error);
}
