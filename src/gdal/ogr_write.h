/* Rows of a layer handed to an OGR driver. For this room only. */
#ifndef GDAL_OGR_WRITE_H
#define GDAL_OGR_WRITE_H

#include "gdal/ogr.h"
#include "layer/layer_data.h"

#include <stdbool.h>

/* WGS 84 with longitude first; the caller frees it. */
OGRSpatialReferenceH mintu_ogr_wgs84(void);

/* The type that holds every feature of the layer. */
OGRwkbGeometryType mintu_ogr_type(const mintu_layer *layer);

/* Gives a new layer of a file the fields; adds a row to it, with its geometry unless @p type is wkbNone. */
bool mintu_ogr_fields(OGRLayerH out, const mintu_layer *layer);
bool mintu_ogr_field(OGRLayerH out, const char *name, mintu_field_type type);
bool mintu_ogr_row(OGRLayerH out, const mintu_layer *layer, size_t row, OGRwkbGeometryType type);

/* Gives a feature the value of a row, or null. */
void mintu_ogr_value(OGRFeatureH feature, const mintu_layer *layer, size_t row, size_t field);

#endif
