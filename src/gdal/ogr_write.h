/* Rows of a layer handed to an OGR driver. For this room only. */
#ifndef GDAL_OGR_WRITE_H
#define GDAL_OGR_WRITE_H

#include "gdal/ogr.h"
#include "layer/layer_data.h"

#include <stdbool.h>

/* A new layer of a file, with the fields of @p layer and the geometry type that holds all of its features, in WGS 84 or the layer's own system; NULL when it
 * could not be made. Then its rows. */
OGRLayerH mintu_ogr_layer(GDALDatasetH dataset, const mintu_layer *layer, const char *const *options);
OGRLayerH mintu_ogr_layer_bare(GDALDatasetH dataset, const mintu_layer *layer, const char *const *options); /* without fields */
bool mintu_ogr_rows(OGRLayerH out, const mintu_layer *layer);

/* Options that name the columns of a table's key and geometry: a field of our own may be called fid or geom. */
const char *mintu_ogr_key_option(const mintu_layer *layer);
const char *mintu_ogr_geometry_option(const mintu_layer *layer);

bool mintu_ogr_field(OGRLayerH out, const char *name, mintu_field_type type);

/* Gives a feature the value of a row, or null. */
void mintu_ogr_value(OGRFeatureH feature, const mintu_layer *layer, size_t row, size_t field);

#endif
