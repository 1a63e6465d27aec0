#include "gdal/pdf_georeference.h"

#include "base/error.h"
#include "gdal/driver.h"
#include "gdal/ogr.h"

#include <stdio.h>

/* GDAL's raster has whole rows, so that its upper edge lies up to half a px above or below the page's. */
static bool set_transform(GDALDatasetH dataset, const mintu_georeference *place)
{
    double metre = 1 / place->px_per_metre, rows = GDALGetRasterYSize(dataset);
    double centre[2] = {(place->frame[0] + place->frame[2]) / 2,
                        (place->frame[1] + place->frame[3]) / 2 + rows - place->height};
    double along = metre * place->turn[0], across = metre * place->turn[1];
    double transform[6] = {place->metres[0] - centre[0] * along + centre[1] * across, along,   -across,
                           place->metres[1] + centre[0] * across + centre[1] * along, -across, -along};
    return GDALSetGeoTransform(dataset, transform) == CE_None;
}

/* The frame in projected coordinates, as GDAL names it. */
static bool set_frame(GDALDatasetH dataset, const mintu_georeference *place)
{
    double half[2] = {(place->frame[2] - place->frame[0]) / 2 / place->px_per_metre,
                      (place->frame[3] - place->frame[1]) / 2 / place->px_per_metre};
    static const int CORNERS[5][2] = {{-1, 1}, {1, 1}, {1, -1}, {-1, -1}, {-1, 1}}; /* to the right, and up */
    mintu_buffer text = {0};
    for (int i = 0; i < 5; i++) {
        double right = CORNERS[i][0] * half[0], up = CORNERS[i][1] * half[1];
        mintu_buffer_format(&text, "%s%.4f %.4f", i ? "," : "POLYGON((",
                            place->metres[0] + right * place->turn[0] + up * place->turn[1],
                            place->metres[1] - right * place->turn[1] + up * place->turn[0]);
    }
    mintu_buffer_text(&text, "))");
    bool good = !text.failed && GDALSetMetadataItem(dataset, "NEATLINE", text.data, NULL) == CE_None;
    mintu_buffer_free(&text);
    return good;
}

static bool set_system(GDALDatasetH dataset, const char *wkt)
{
    OGRSpatialReferenceH system = wkt ? OSRNewSpatialReference(wkt) : NULL;
    if (!system)
        return false;
    OSRSetAxisMappingStrategy(system, OAMS_TRADITIONAL_GIS_ORDER);
    bool good = GDALSetSpatialRef(dataset, system) == CE_None;
    OSRDestroySpatialReference(system);
    return good;
}

static bool set_metadata(GDALDatasetH dataset, const char *xmp)
{
    const char *const packet[] = {xmp, NULL};
    return GDALSetMetadata(dataset, (char **)(uintptr_t)packet, "xml:XMP") == CE_None;
}

/* Takes the updated file out of GDAL's memory. */
static void take(const char *name, mintu_buffer *pdf)
{
    vsi_l_offset size = 0;
    GByte *data = VSIGetMemFileBuffer(name, &size, FALSE);
    if (!data || size <= pdf->size)
        return;
    size_t before = pdf->size;
    mintu_buffer_add(pdf, data + before, (size_t)size - before); /* an update only adds */
}

/* What GDAL would otherwise take from the environment, and write other bytes for. */
static const mintu_setting settings[] = {{"GDAL_PDF_GEO_ENCODING", "ISO32000"},
                                         {"OSR_DEFAULT_AXIS_MAPPING_STRATEGY", "AUTHORITY_COMPLIANT"},
                                         {"OSR_WKT_FORMAT", "WKT1"}};

static bool update(const char *name, const mintu_georeference *place, const char *xmp)
{
    static const char *const DRIVERS[] = {"PDF", NULL}, *const OPTIONS[] = {"DPI=96", NULL};
    GDALDatasetH dataset = GDALOpenEx(name, GDAL_OF_RASTER | GDAL_OF_UPDATE, DRIVERS, OPTIONS, NULL);
    if (!dataset)
        return false;
    bool good = set_transform(dataset, place) && set_system(dataset, place->system) && set_frame(dataset, place) &&
                set_metadata(dataset, xmp);
    CPLErrorReset();
    GDALClose(dataset); /* the update is written now */
    return good && CPLGetLastErrorType() < CE_Failure;
}

mintu_status mintu_pdf_georeference(mintu_buffer *pdf, const mintu_georeference *place, const char *xmp, mintu_error *error,
                                    bool *done)
{
    char name[64];
    snprintf(name, sizeof name, "/vsimem/mintu-%p.pdf", (void *)pdf);
    *done = false;
    mintu_status status = mintu_gdal_begin("writing PDF", error);
    if (status != MINTU_STATUS_OK)
        return status;
    mintu_drivers_begin();
    char **before = mintu_settings_begin(settings, sizeof settings / sizeof *settings);
    GDALRegister_PDF(); /* it writes here, into our own file, and reads nothing else */
    VSILFILE *file = VSIFOpenL(name, "wb");
    bool good = file && VSIFWriteL(pdf->data, 1, pdf->size, file) == pdf->size;
    if (file)
        good = VSIFCloseL(file) == 0 && good;
    if (good && GDALGetDriverByName("PDF") && update(name, place, xmp)) {
        take(name, pdf);
        *done = true;
    }
    VSIUnlink(name);
    mintu_settings_end(before);
    mintu_gdal_end();
    return pdf->failed ? mintu_fail_memory(error, "writing PDF") : MINTU_STATUS_OK;
}
