/* GDAL's headers, kept apart because they are not strict ISO C, and what GDAL says when it fails. GDAL is loaded when a
 * file first needs it. For this room only. */
#ifndef GDAL_OGR_H
#define GDAL_OGR_H

#include <mintu/status.h>
#include <stddef.h>

#if defined(__GNUC__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wpedantic"
#endif
#include <cpl_conv.h>
#include <cpl_error.h>
#include <cpl_string.h>
#include <cpl_vsi.h>
#include <gdal.h>
#include <ogr_api.h>
#include <ogr_srs_api.h>

/* GDAL exports these to C but declares them in a C++ header only. */
void RegisterOGRCSV(void);
void RegisterOGRDXF(void);
void RegisterOGRFlatGeobuf(void);
void RegisterOGRGML(void);
void RegisterOGRGPX(void);
void RegisterOGRGeoPackage(void);
void RegisterOGRKML(void);
void RegisterOGRODS(void);
void RegisterOGROpenFileGDB(void);
void RegisterOGRPG(void);
void RegisterOGRShape(void);
void RegisterOGRTAB(void);
void RegisterOGRTopoJSON(void);
void RegisterOGRXLSX(void);
void GDALRegister_AAIGrid(void);
void GDALRegister_BMP(void);
void GDALRegister_GIF(void);
void GDALRegister_GTiff(void);
void GDALRegister_JPEG(void);
void GDALRegister_PDF(void);
void GDALRegister_PNG(void);
void GDALRegister_SRTMHGT(void);
void GDALRegister_WEBP(void);
#include <cpl_http.h>
#include <loaded_gdal.h>
#if defined(__GNUC__)
#pragma GCC diagnostic pop
#endif

/* Loads GDAL when it is not yet, and keeps it from printing, and in the locale "C", until mintu_gdal_end(), which is called when this did not fail. @p doing
 * begins the message of a failure. */
mintu_status mintu_gdal_begin(const char *doing, mintu_error *error);
void mintu_gdal_end(void);

/* The first bytes of a file, on a disk or in GDAL's memory, at most so many: their number, 0 when it cannot be read. */
size_t mintu_gdal_head(const char *path, char *out, size_t most);

/* What it said last, "" when nothing, and how many failures it told, since the beginning or since they were forgotten. */
const char *mintu_gdal_text(void);
size_t mintu_gdal_failures(void);
void mintu_gdal_forget(void);

/* GDAL's settings of a thread while something is read or written: what it would otherwise take from the environment or the host. Sets
 * them on top of the thread's own, which it returns (NULL: none) for mintu_settings_end(). The last begun end first. */
typedef struct mintu_setting {
    const char *key, *value;
} mintu_setting;

char **mintu_settings_begin(const mintu_setting *settings, size_t count);
void mintu_settings_end(char **saved);

/* A reference system may name a "dictionary", which GDAL looks for among its files. From here on its own have bare names and are found
 * in its data, never in the current folder; others are refused (base/refused.h). */
void mintu_finder_begin(void);
void mintu_finder_end(void);

#endif
