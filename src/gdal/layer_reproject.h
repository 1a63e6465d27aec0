/* A layer whose coordinates are in another reference system, brought to WGS 84. For this room only. */
#ifndef GDAL_LAYER_REPROJECT_H
#define GDAL_LAYER_REPROJECT_H

#include "layer/layer_data.h"

/* @p system: a name of GeoJSON's former member `crs` that ends with a code of EPSG, such as urn:ogc:def:crs:EPSG::4548. @p path names the
 * file in messages. */
mintu_status mintu_layer_reproject(mintu_layer *layer, const char *path, const char *system, mintu_error *error);

#endif
