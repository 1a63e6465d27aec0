#define _GNU_SOURCE /* stat64 of GDAL's VSIStatBufL */
#include "gdal/raster_file.h"

#include "base/array.h"
#include "base/file.h"
#include "base/message.h"
#include "base/path_beneath.h"
#include "gdal/driver.h"
#include "gdal/ogr.h"
#include "gdal/raster_handles.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const char doing[] = N_("reading a raster");

/* GDAL has a block as a whole in memory. */
#define BLOCK_BYTES_MOST 268435456.0

static const mintu_setting settings[] = {
    {"GDAL_CACHEMAX", "128"},                 /* MB */
    {"GDAL_ERROR_ON_LIBJPEG_WARNING", "YES"}, /* a file that is cut off is grey from there on */
    {"GDAL_ALLOW_LARGE_LIBJPEG_MEM_ALLOC", "NO"},
    {"GTIFF_IGNORE_READ_ERRORS", "NO"},
    {"GTIFF_REPORT_COMPD_CS", "NO"},
    {"OSR_DEFAULT_AXIS_MAPPING_STRATEGY", "TRADITIONAL_GIS_ORDER"},
};

static mintu_status fail(const mintu_raster_file *raster, mintu_error *error, const char *why)
{
    return mintu_fail_at(error, MINTU_STATUS_INPUT, (mintu_where){.source = raster->path}, "%s: %s", mintu_message(doing),
                         mintu_message(why));
}

static mintu_status open_dataset(mintu_raster_file *raster, bool elevation, mintu_error *error)
{
    static const char *const pictures[] = {"GTiff", "PNG", "JPEG", "WEBP", "GIF", "BMP", NULL};
    static const char *const elevations[] = {"GTiff", "PNG", "WEBP", "AAIGrid", "SRTMHGT", NULL};
    VSIStatBufL there;
    char *path = mintu_path_join(".", raster->path); /* without a folder GDAL takes some names for something else */
    if (!path)
        return mintu_fail_memory(error, doing);
    bool found = VSIStatL(path, &there) == 0;
    mintu_gdal_forget();
    if (found)
        raster->handles->dataset =
            GDALOpenEx(path, GDAL_OF_RASTER | GDAL_OF_READONLY, elevation ? elevations : pictures, NULL, NULL);
    free(path);
    if (raster->handles->dataset)
        return MINTU_STATUS_OK;
    if (!found)
        return fail(raster, error, N_("there is no such file; correct its name in the style, or put it there"));
    return mintu_fail_at(error, MINTU_STATUS_INPUT, (mintu_where){.source = raster->path},
                         "%s: the file cannot be read as %s%s%s; expected %s", mintu_message(doing),
                         elevation ? mintu_message("elevations") : mintu_message("a picture"), mintu_gdal_text()[0] ? ": " : "",
                         mintu_gdal_text(),
                         elevation ? mintu_message("GeoTIFF, PNG, WebP, an Arc/Info grid (.asc) or SRTM (.hgt)")
                                   : mintu_message("GeoTIFF, PNG, JPEG, WebP, GIF or BMP"));
}

/* A bomb says that it has more than a machine holds, in blocks that must be read as a whole. */
static mintu_status check_dataset(const mintu_raster_file *raster, mintu_error *error)
{
    GDALDatasetH dataset = raster->handles->dataset;
    int count = GDALGetRasterCount(dataset), block[2] = {0};
    if (count == 0)
        return fail(raster, error, N_("the file has no pixels of its own, only other rasters; name one of those as a file"));
    if (GDALGetMetadataItem(dataset, "OVERVIEW_FILE", "OVERVIEWS"))
        return fail(raster, error,
                    N_("it names another file for its overviews, and no file may lead to others; make them anew "
                       "with gdaladdo"));
    GDALRasterBandH band = GDALGetRasterBand(dataset, 1);
    GDALDataType type = GDALGetRasterDataType(band);
    if (GDALDataTypeIsComplex(type))
        return fail(raster, error, N_("its numbers are complex; convert it, for example with gdal_translate -ot Float32"));
    GDALGetBlockSize(band, &block[0], &block[1]);
    if ((double)block[0] * block[1] * GDALGetDataTypeSizeBytes(type) * count > BLOCK_BYTES_MOST)
        return fail(raster, error,
                    N_("it must be read in pieces of more than 256 MiB; give it tiles, for example with "
                       "gdal_translate -co TILED=YES -co COMPRESS=DEFLATE"));
    return MINTU_STATUS_OK;
}

static mintu_status read_palette(mintu_raster_file *raster, GDALColorTableH table, mintu_error *error)
{
    int count = GDALGetColorEntryCount(table);
    raster->palette = calloc((size_t)count + 1, sizeof *raster->palette);
    if (!raster->palette)
        return mintu_fail_memory(error, doing);
    raster->palette_size = (size_t)count;
    for (int i = 0; i < count; i++) {
        GDALColorEntry entry;
        if (!GDALGetColorEntryAsRGB(table, i, &entry))
            continue;
        const short parts[4] = {entry.c1, entry.c2, entry.c3, entry.c4};
        for (int part = 0; part < 4; part++)
            raster->palette[i][part] = (unsigned char)(parts[part] < 0 ? 0 : parts[part] > 255 ? 255 : parts[part]);
    }
    return MINTU_STATUS_OK;
}

static GDALRasterBandH band_of(GDALDatasetH dataset, GDALColorInterp meaning)
{
    for (int i = 1; i <= GDALGetRasterCount(dataset); i++)
        if (GDALGetRasterColorInterpretation(GDALGetRasterBand(dataset, i)) == meaning)
            return GDALGetRasterBand(dataset, i);
    return NULL;
}

static bool take_bands(mintu_raster_file *raster, const GDALColorInterp *meanings, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        raster->handles->bands[i] = band_of(raster->handles->dataset, meanings[i]);
        if (!raster->handles->bands[i])
            return false;
    }
    raster->bands = count;
    return true;
}

/* Bands that say what they are; else one is grey, and of several the first three are red, green and blue, as usual. */
static mintu_status choose_bands(mintu_raster_file *raster, bool elevation, mintu_error *error)
{
    static const GDALColorInterp rgb[] = {GCI_RedBand, GCI_GreenBand, GCI_BlueBand},
                                 cmyk[] = {GCI_CyanBand, GCI_MagentaBand, GCI_YellowBand, GCI_BlackBand};
    GDALDatasetH dataset = raster->handles->dataset;
    GDALColorTableH table = GDALGetRasterColorTable(GDALGetRasterBand(dataset, 1));
    if (take_bands(raster, rgb, 3))
        raster->colours = MINTU_RASTER_RGB;
    else if (!elevation && take_bands(raster, cmyk, 4))
        raster->colours = MINTU_RASTER_CMYK;
    else if (!elevation && GDALGetRasterCount(dataset) >= 3 && !table)
        for (raster->colours = MINTU_RASTER_RGB, raster->bands = 0; raster->bands < 3; raster->bands++)
            raster->handles->bands[raster->bands] = GDALGetRasterBand(dataset, (int)raster->bands + 1);
    else {
        raster->bands = 1;
        raster->handles->bands[0] = GDALGetRasterBand(dataset, 1);
        raster->colours = table && !elevation ? MINTU_RASTER_PALETTE : MINTU_RASTER_GREY;
    }
    return raster->colours == MINTU_RASTER_PALETTE ? read_palette(raster, table, error) : MINTU_STATUS_OK;
}

/* A mask of the file, or a band of opacity; what a band calls no data is looked for in its own numbers. */
static void choose_opacity(mintu_raster_file *raster)
{
    GDALRasterBandH *bands = raster->handles->bands;
    GDALRasterBandH alpha = band_of(raster->handles->dataset, GCI_AlphaBand);
    int flags = GDALGetMaskFlags(bands[0]);
    for (size_t i = 0; i < raster->bands; i++) {
        int found = 0;
        raster->no_data[i] = (float)GDALGetRasterNoDataValue(bands[i], &found);
        raster->has_no_data[i] = found != 0;
    }
    raster->has_opacity = alpha || (flags & GMF_PER_DATASET);
    if (raster->has_opacity)
        bands[raster->bands] = alpha ? alpha : GDALGetMaskBand(bands[0]);
    raster->opaque = alpha && GDALGetRasterDataType(alpha) == GDT_UInt16 ? 65535 : 255;
    const char *kind = alpha ? GDALGetMetadataItem(alpha, "ALPHA", "IMAGE_STRUCTURE") : NULL;
    raster->premultiplied = kind && strcmp(kind, "PREMULTIPLIED") == 0;
    raster->channels = raster->bands + raster->has_opacity;
    raster->left_out = (size_t)GDALGetRasterCount(raster->handles->dataset) - raster->bands - (alpha != NULL);
}

/* A file may have its elevations in feet, or as whole numbers of decimetres. */
static void choose_metres(mintu_raster_file *raster)
{
    static const char *const feet[] = {"ft", "feet", "foot", NULL}, *const survey[] = {"us-ft", "US survey foot", "ftUS", NULL};
    GDALRasterBandH band = raster->handles->bands[0];
    const char *unit = GDALGetRasterUnitType(band);
    int scaled = 0, shifted = 0;
    double scale = GDALGetRasterScale(band, &scaled), shift = GDALGetRasterOffset(band, &shifted);
    double metre = mintu_text_listed(unit, feet) ? 0.3048 : mintu_text_listed(unit, survey) ? 1200.0 / 3937 : 1;
    raster->metres[0] = (scaled && scale != 0 ? scale : 1) * metre;
    raster->metres[1] = (shifted ? shift : 0) * metre;
}

/* The numbers that are black and white: all that 8 bits can be, or fewer; of a PNG all of 16; else the least and the largest that the file has. */
static mintu_status choose_range(mintu_raster_file *raster, mintu_error *error)
{
    GDALRasterBandH *bands = raster->handles->bands;
    GDALDataType type = GDALGetRasterDataType(bands[0]);
    const char *bits = GDALGetMetadataItem(bands[0], "NBITS", "IMAGE_STRUCTURE");
    bool png = strcmp(GDALGetDriverShortName(GDALGetDatasetDriver(raster->handles->dataset)), "PNG") == 0;
    int own = bits ? (int)strtol(bits, NULL, 10) : 0;
    raster->black = 0;
    raster->white = type == GDT_UInt16 ? 65535 : own > 0 && own < 8 ? (double)((1 << own) - 1) : 255;
    raster->stretched = type != GDT_Byte && !(png && type == GDT_UInt16);
    for (size_t i = 0; i < raster->bands && raster->stretched; i++) {
        double range[2];
        if (GDALComputeRasterMinMax(bands[i], TRUE, range) != CE_None)
            return fail(raster, error, N_("it has no number to be drawn: all are no data"));
        raster->black = i ? fmin(raster->black, range[0]) : range[0];
        raster->white = i ? fmax(raster->white, range[1]) : range[1];
    }
    return MINTU_STATUS_OK;
}

static mintu_status describe(mintu_raster_file *raster, bool elevation, mintu_error *error)
{
    raster->width = (size_t)GDALGetRasterXSize(raster->handles->dataset);
    raster->height = (size_t)GDALGetRasterYSize(raster->handles->dataset);
    mintu_status status = choose_bands(raster, elevation, error);
    if (status != MINTU_STATUS_OK)
        return status;
    choose_opacity(raster);
    choose_metres(raster);
    return elevation || raster->colours == MINTU_RASTER_PALETTE ? MINTU_STATUS_OK : choose_range(raster, error);
}

static mintu_status check_path(const char *path, const char *folder, mintu_error *error)
{
    mintu_status status = mintu_path_check(folder, path, doing, error);
    return status == MINTU_STATUS_OK ? mintu_path_check_siblings(folder, path, doing, error) : status;
}

mintu_status mintu_raster_open(const char *path, const mintu_raster_wish *wish, mintu_error *error, mintu_raster_file **out)
{
    *out = NULL;
    mintu_status status = check_path(path, wish->folder, error);
    if (status != MINTU_STATUS_OK)
        return status;
    mintu_raster_file *raster = *out = calloc(1, sizeof *raster);
    if (raster)
        raster->handles = calloc(1, sizeof *raster->handles);
    if (raster)
        raster->path = mintu_text_copy(path);
    if (!raster || !raster->handles || !raster->path)
        return mintu_fail_memory(error, doing);
    status = mintu_gdal_begin(doing, error);
    if (status != MINTU_STATUS_OK)
        return status;
    raster->handles->begun = true;
    mintu_drivers_raster_begin();
    raster->handles->settings = mintu_settings_begin(settings, sizeof settings / sizeof *settings);
    mintu_finder_begin();
    status = open_dataset(raster, wish->elevation, error);
    if (status == MINTU_STATUS_OK)
        status = check_dataset(raster, error);
    return status == MINTU_STATUS_OK ? describe(raster, wish->elevation, error) : status;
}

void mintu_raster_close(mintu_raster_file *raster)
{
    if (!raster)
        return;
    mintu_raster_handles *handles = raster->handles;
    if (handles && handles->to)
        OCTDestroyCoordinateTransformation(handles->to);
    if (handles && handles->from)
        OCTDestroyCoordinateTransformation(handles->from);
    if (handles && handles->dataset)
        GDALClose(handles->dataset);
    if (handles && handles->begun) {
        mintu_finder_end();
        mintu_settings_end(handles->settings);
        mintu_gdal_end();
    }
    free(handles);
    free(raster->palette);
    free(raster->path);
    free(raster);
}

void mintu_raster_level(const mintu_raster_file *raster, const double wanted[2], double step[2])
{
    GDALRasterBandH band = raster->handles->bands[0];
    step[0] = step[1] = 1;
    for (int i = 0; i < GDALGetOverviewCount(band); i++) {
        GDALRasterBandH copy = GDALGetOverview(band, i);
        double across = copy ? (double)raster->width / GDALGetRasterBandXSize(copy) : 0,
               down = copy ? (double)raster->height / GDALGetRasterBandYSize(copy) : 0;
        if (across <= wanted[0] && down <= wanted[1] && across > step[0]) {
            step[0] = across;
            step[1] = down;
        }
    }
}

/* GDAL takes the copy whose pixels are as large as those asked for. */
mintu_status mintu_raster_read(const mintu_raster_file *raster, const mintu_raster_part *part, mintu_error *error,
                               float *numbers)
{
    GDALRasterIOExtraArg extra = {.nVersion = RASTERIO_EXTRA_ARG_CURRENT_VERSION, .eResampleAlg = GRIORA_NearestNeighbour};
    double left = (double)part->x * part->step[0], top = (double)part->y * part->step[1];
    double right = fmin(left + (double)part->width * part->step[0], (double)raster->width),
           bottom = fmin(top + (double)part->height * part->step[1], (double)raster->height);
    const int from[2] = {(int)left, (int)top}, size[2] = {(int)ceil(right) - from[0], (int)ceil(bottom) - from[1]};
    extra.bFloatingPointWindowValidity = TRUE;
    extra.dfXOff = left;
    extra.dfYOff = top;
    extra.dfXSize = right - left;
    extra.dfYSize = bottom - top;
    const size_t pixel = raster->channels * sizeof *numbers, row = pixel * part->width;
    mintu_gdal_forget();
    for (size_t i = 0; i < raster->channels; i++)
        if (GDALRasterIOEx(raster->handles->bands[i], GF_Read, from[0], from[1], size[0], size[1], numbers + i,
                           (int)part->width, (int)part->height, GDT_Float32, (GSpacing)pixel, (GSpacing)row, &extra) != CE_None)
            return mintu_fail_at(error, MINTU_STATUS_INPUT, (mintu_where){.source = raster->path},
                                 "%s: the file is damaged, or cut off: %s; get it again", mintu_message(doing),
                                 mintu_gdal_text());
    return MINTU_STATUS_OK;
}
