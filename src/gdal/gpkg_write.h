/* A layer as a GeoPackage whose bytes depend on the layer alone. */
#ifndef GDAL_GPKG_WRITE_H
#define GDAL_GPKG_WRITE_H

#include "base/output.h"
#include "layer/layer_data.h"

/* @p target names the file in messages. */
mintu_status mintu_gpkg_write(const mintu_layer *layer, const char *target, mintu_output *output, mintu_error *error);

#endif
