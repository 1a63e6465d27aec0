/* Rows of a layer handed to an OGR driver. For this room only. */
#ifndef LAYER_OGR_WRITE_H
#define LAYER_OGR_WRITE_H

#include "layer/layer_data.h"
#include "layer/ogr.h"

#include <stdbool.h>

/* WGS 84 with longitude first; the caller frees it. */
OGRSpatialReferenceH mintu_ogr_wgs84(void);

/* The type that holds every feature of the layer. */
OGRwkbGeometryType mintu_ogr_type(const mintu_layer *layer);

/* Gives a new layer of a file the fields; adds a row to it, with its geometry unless @p type is wkbNone. */
bool mintu_ogr_fields(OGRLayerH out, const mintu_layer *layer);
bool mintu_ogr_field(OGRLayerH out, const char *name, mintu_field_type type);
bool mintu_ogr_row(OGRLayerH out, const mintu_layer *layer, size_t row, OGRwkbGeometryType type);

/* Gives a feature a number of the layer. */
void mintu_ogr_number(OGRFeatureH feature, size_t field, mintu_cell cell);

#endif
