#define _GNU_SOURCE /* stat64 of GDAL's VSIStatBufL */
#include "gdal/source_open.h"

#include "base/array.h"
#include "base/ascii.h"
#include "base/file.h"
#include "base/message.h"
#include "base/path_beneath.h"
#include "base/refused.h"
#include "gdal/content_check.h"
#include "gdal/database_copy.h"
#include "gdal/driver.h"
#include "gdal/ogr.h"
#include "gdal/shapefile_encoding.h"
#include "gdal/view_check.h"
#include "layer/read_limits.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char doing[] = N_("reading a layer");

/* Columns without a type are told apart by their texts later, as those of other tables; a table's columns of positions stay columns as well. */
static const char *const csv_options[] = {"AUTODETECT_TYPE=NO",
                                          "AUTODETECT_SIZE_LIMIT=0",
                                          "EMPTY_STRING_AS_NULL=YES",
                                          "KEEP_GEOM_COLUMNS=YES",
                                          "X_POSSIBLE_NAMES=lon,longitude,lng,x,经度",
                                          "Y_POSSIBLE_NAMES=lat,latitude,y,纬度",
                                          "GEOM_POSSIBLE_NAMES=wkt,WKT",
                                          NULL};

/* Options that keep a driver from reading or writing what was not named: schemas beside the file, at an address or at any path
 * in it, and files of what was found out. A GML without its schema is read all the same, with the types that its values show; as it is said
 * to have a schema, no .gfs beside it is looked for. */
static const char *const gml_options[] = {"WRITE_GFS=NO", "DOWNLOAD_SCHEMA=NO", "XSD=/vsimem/mintu-no-schema.xsd", NULL};
static const mintu_setting settings[] = {
    {"GML_FIELDTYPES", "ALWAYS_STRING"}, /* without a schema: a code keeps its zeros */
    {"GML_PARSER", "EXPAT"},             /* the other one, Xerces, fetches what a DTD names */
    {"GML_SKIP_RESOLVE_ELEMS", "ALL"},   /* xlink:href */
    /* A newer x.resolved.gml beside x.gml would be read in its place. */
    {"GML_SAVE_RESOLVED_TO", "/vsimem/mintu-not-resolved.gml"},
    {"OGR_SQLITE_PRAGMA", "trusted_schema=OFF"}, /* a view in a GeoPackage calls no function that loads or fetches */
    {"OGR_SQLITE_LOAD_EXTENSIONS", ""},          /* machine code */
    {"OGR_SQLITE_VFS_MAXPATHNAME", "2048"},
    {"SPATIALITE_LOAD", "NO"}, /* it sets the locale of the whole process */
    {"OSR_DEFAULT_AXIS_MAPPING_STRATEGY", "AUTHORITY_COMPLIANT"},
    {"SHAPE_RESTORE_SHX", "NO"}, /* a file beside the user's */
    /* One field more than is allowed, so that one too many is refused and not left out. */
    {"OGR_CSV_MAX_FIELD_COUNT", "2001"},
    {"OGR_ODS_MAX_FIELD_COUNT", "2001"},
    {"OGR_CSV_MAX_LINE_SIZE", "10000000"},
    {"OGR_GEOJSON_MAX_OBJ_SIZE", "200"}, /* MB of a feature in GDAL's memory */
    {"DXF_FEATURE_LIMIT_PER_BLOCK", "10000"},
    {"DXF_MAX_BSPLINE_CONTROL_POINTS", "2000"},
    {"OGR_EXPAT_UNLIMITED_MEM_ALLOC", "NO"},
};

/* They hold until the source is closed, since GDAL looks at them while it reads, too. */
static void begin_settings(mintu_source *source)
{
    source->settings = mintu_settings_begin(settings, sizeof settings / sizeof *settings);
    source->begun = true;
    mintu_finder_begin();
}

static void end_settings(mintu_source *source)
{
    if (!source->begun)
        return;
    mintu_settings_end(source->settings);
    mintu_finder_end();
}

static const char *const *driver_options(const char *driver, mintu_source *source)
{
    static const char *const immutable[] = {"IMMUTABLE=YES", NULL};
    if (strcmp(driver, "CSV") == 0)
        return csv_options;
    if (strcmp(driver, "GML") == 0)
        return gml_options;
    if (strcmp(driver, "ESRI Shapefile") == 0)
        return mintu_shapefile_encoding(source);
    return strcmp(driver, "GPKG") == 0 && !mintu_database_has_log(source->opened) ? immutable
                                                                                  : NULL; /* nothing is made beside it */
}

/* The driver that the ending names is tried first, then the others of the list: a .json may be TopoJSON. */
static void open_listed(mintu_source *source)
{
    const char *names[MINTU_DRIVERS_MOST];
    for (int all = 0; all < 2; all++) {
        mintu_drivers_allowed(source->opened, !all, names);
        for (size_t i = 0; names[i] && !source->dataset && !mintu_gdal_text()[0]; i++) {
            const char *one[] = {names[i], NULL};
            source->dataset =
                GDALOpenEx(source->opened, GDAL_OF_VECTOR | GDAL_OF_READONLY, one, driver_options(names[i], source), NULL);
        }
    }
}

/* The reference system and the types of a table that GDAL will read from memory. */
static void keep_beside(const mintu_source *source)
{
    static const char *const endings[] = {"prj", "csvt"};
    for (size_t i = 0; source->table && i < sizeof endings / sizeof *endings; i++) {
        char *from = CPLStrdup(CPLResetExtension(source->path, endings[i]));
        VSIStatBufL there;
        if (VSIStatL(from, &there) == 0 && (size_t)there.st_size <= MINTU_MEBIBYTES(1))
            CPLCopyFile(CPLResetExtension(source->opened, endings[i]), from);
        CPLFree(from);
    }
}

/* Content that is in memory becomes a file that GDAL can look at as often as it likes. */
static mintu_status keep_content(mintu_source *source, mintu_error *error)
{
    char folder[48];
    const char *slash = strrchr(source->path, '/');
    snprintf(folder, sizeof folder, "/vsimem/mintu-%p", (void *)source);
    const char *name = slash ? slash + 1 : source->path;
    source->opened = mintu_path_join(folder, source->table && !mintu_path_ending(name)[0] ? "table.csv" : name);
    VSILFILE *file = source->opened ? VSIFileFromMemBuffer(source->opened, (GByte *)source->content.data,
                                                           (vsi_l_offset)source->content.size, FALSE)
                                    : NULL;
    if (!file)
        return mintu_fail_memory(error, doing);
    VSIFCloseL(file);
    keep_beside(source);
    return MINTU_STATUS_OK;
}

/* What GDAL opens: memory, a copy of a database that others left, or the file itself. */
static mintu_status keep_source(mintu_source *source, mintu_error *error)
{
    if (source->content.data)
        return keep_content(source, error);
    if (mintu_database_is_left(source->path))
        return mintu_database_copy(source->path, &source->copied, error, &source->opened);
    /* GDAL takes some names for something else than a file ("PG:…", "{…}"): with a folder before it none is. */
    source->opened = mintu_path_join(".", source->path);
    return source->opened ? MINTU_STATUS_OK : mintu_fail_memory(error, doing);
}

static mintu_status fail_layer(const mintu_source *source, const char *name, mintu_error *error)
{
    mintu_buffer names = {0};
    for (int i = 0; i < GDALDatasetGetLayerCount(source->dataset); i++)
        mintu_buffer_format(&names, "%s%s", i ? ", " : "", OGR_L_GetName(GDALDatasetGetLayer(source->dataset, i)));
    mintu_where where = {.source = source->path};
    mintu_status status =
        name ? mintu_fail_at(error, MINTU_STATUS_INPUT, where, "%s: there is no layer \"%s\"; the file has: %s",
                             mintu_message(doing), name, names.size && !names.failed ? names.data : "none")
             : mintu_fail_at(error, MINTU_STATUS_INPUT, where, "%s: the file has no layer; choose a vector file",
                             mintu_message(doing));
    mintu_buffer_free(&names);
    return status;
}

static bool is_filled(OGRLayerH layer)
{
    OGR_L_ResetReading(layer);
    OGRFeatureH feature = OGR_L_GetNextFeature(layer);
    if (feature)
        OGR_F_Destroy(feature);
    OGR_L_ResetReading(layer);
    return feature != NULL;
}

/* The first that holds something: a GPX has waypoints, routes and tracks, a KML its folders, and which of them are empty nobody looks
 * up. The others are listed. */
static OGRLayerH choose_filled(mintu_source *source)
{
    enum { LISTED = 400 };
    int count = GDALDatasetGetLayerCount(source->dataset);
    OGRLayerH chosen = NULL;
    for (int i = 0; i < count && source->others.size < LISTED; i++) {
        OGRLayerH layer = GDALDatasetGetLayer(source->dataset, i);
        if (count > 1 && !is_filled(layer))
            continue;
        if (chosen)
            mintu_buffer_format(&source->others, "%s%s", source->others.size ? ", " : "", OGR_L_GetName(layer));
        chosen = chosen ? chosen : layer;
    }
    return chosen || count == 0 ? chosen : GDALDatasetGetLayer(source->dataset, 0);
}

static OGRLayerH choose_layer(mintu_source *source, const char *name)
{
    OGRLayerH layer = name ? GDALDatasetGetLayerByName(source->dataset, name) : choose_filled(source);
    if (layer)
        OGR_L_GetLayerDefn(layer);
    return layer;
}

/* What is wrong with a file that is several is mostly that they are not together. */
static mintu_status fail_open(const mintu_source *source, mintu_error *error)
{
    static const struct {
        const char *ending, *with;
    } sets[] = {{"shp", N_("a Shapefile is .shp, .shx and .dbf together")},
                {"tab", N_("a MapInfo table is .tab, .dat, .map and .id together")},
                {"mif", N_("a MapInfo file is .mif and .mid together")}};
    const char *with = N_("expected GeoJSON, GeoPackage, CSV, Shapefile or another format of the README's list");
    const char *text = mintu_gdal_text(), *ending = mintu_path_ending(source->path);
    for (size_t i = 0; i < sizeof sets / sizeof *sets; i++)
        if (mintu_ascii_compare(ending, sets[i].ending) == 0)
            with = sets[i].with;
    if (strstr(text, "SHAPE_RESTORE_SHX")) /* what GDAL advises is none of this program's options */
        text = mintu_message("the file .shx beside it cannot be opened");
    return mintu_fail_at(error, MINTU_STATUS_INPUT, (mintu_where){.source = source->path},
                         "%s: the file cannot be read as vector data%s%s; %s; get the file again, or check its name",
                         mintu_message(doing), *text ? ": " : "", text, mintu_message(with));
}

static mintu_status open_dataset(mintu_source *source, mintu_error *error)
{
    mintu_status status = mintu_view_check_file(source, error);
    mintu_drivers_begin();
    if (status == MINTU_STATUS_OK)
        status = mintu_content_check(source, error);
    if (status != MINTU_STATUS_OK || source->book)
        return status;
    begin_settings(source);
    mintu_gdal_forget();
    source->queries.most = source->limits->steps;
    source->queries.seconds = source->limits->seconds;
    source->queries.path = source->opened;
    mintu_queries_begin(&source->queries);
    open_listed(source);
    if (mintu_source_check_steps(source, error) != MINTU_STATUS_OK)
        return MINTU_STATUS_INPUT;
    if (!source->dataset)
        return fail_open(source, error);
    source->driver = GDALGetDriverShortName(GDALGetDatasetDriver(source->dataset));
    void *database = strcmp(source->driver, "GPKG") == 0 ? GDALGetInternalHandle(source->dataset, "SQLITE_HANDLE") : NULL;
    if (database)
        mintu_queries_watch(database);
    return mintu_view_check(source, error);
}

static mintu_status open_layer(mintu_source *source, const char *name, mintu_error *error)
{
    mintu_status status = open_dataset(source, error);
    if (status != MINTU_STATUS_OK || source->book)
        return status;
    source->layer = choose_layer(source, name);
    if (mintu_source_check_steps(source, error) != MINTU_STATUS_OK)
        return MINTU_STATUS_INPUT;
    if (!source->layer)
        return fail_layer(source, name, error);
    if (CPLGetLastErrorType() >= CE_Failure && mintu_gdal_failures() > 0)
        return mintu_fail_at(error, MINTU_STATUS_INPUT, (mintu_where){.source = source->path},
                             "%s: the file is not read as a whole: %s; get the file again, or save it anew",
                             mintu_message(doing), mintu_gdal_text());
    if (strcmp(source->driver, "CSV") == 0)
        source->skipped = OGR_FD_GetFieldIndex(OGR_L_GetLayerDefn(source->layer), "wkt");
    return MINTU_STATUS_OK;
}

mintu_status mintu_source_open(mintu_source *source, const char *name, mintu_error *error)
{
    mintu_status status = keep_source(source, error);
    return status == MINTU_STATUS_OK ? open_layer(source, name, error) : status;
}

mintu_status mintu_source_check_steps(const mintu_source *source, mintu_error *error)
{
    static const char REMEDY[] = N_("its layer is a view that computes much; save what it shows as a table");
    if (source->queries.late)
        return mintu_fail_limit(error, source->path, source->limits->seconds, N_("seconds of work for the processor"), REMEDY);
    return source->queries.over
               ? mintu_fail_limit(error, source->path, source->limits->steps, N_("steps of the database engine"), REMEDY)
               : MINTU_STATUS_OK;
}

void mintu_source_close(mintu_source *source)
{
    if (source->dataset)
        GDALClose(source->dataset);
    mintu_queries_end(&source->queries);
    if (source->opened && STARTS_WITH(source->opened, "/vsimem/mintu-")) /* with what was put beside it */
        VSIRmdirRecursive(CPLGetDirname(source->opened));
    end_settings(source);
    mintu_temporary_close(&source->copied);
    mintu_shape_free(&source->shape);
    mintu_buffer_free(&source->others);
    free(source->opened);
    source->opened = NULL;
}
