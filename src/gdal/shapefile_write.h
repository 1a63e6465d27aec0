/* A layer as a Shapefile: .shp, .shx, .dbf, .prj and .cpg, together or not at all. */
#ifndef GDAL_SHAPEFILE_WRITE_H
#define GDAL_SHAPEFILE_WRITE_H

#include "layer/layer_data.h"

/* @p path ends in .shp. What the format has no room for is told to the context's listener. */
mintu_status mintu_shapefile_write(mintu_context *context, const mintu_layer *layer, const char *path, mintu_error *error);

#endif
