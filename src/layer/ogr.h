/* GDAL's headers for vectors, kept apart because they are not strict ISO C, and what GDAL says when it fails. */
#ifndef LAYER_OGR_H
#define LAYER_OGR_H

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
#if defined(__GNUC__)
#pragma GCC diagnostic pop
#endif

/* GDAL is kept from printing between these two. */
void mintu_gdal_begin(void);
void mintu_gdal_end(void);

/* What it said last, "" when nothing, and how many failures it told, since the beginning or since they were forgotten. */
const char *mintu_gdal_text(void);
size_t mintu_gdal_failures(void);
void mintu_gdal_forget(void);

#endif
