/* Fields and features of a file brought to a layer. For this room only. */
#ifndef GDAL_FEATURE_READ_H
#define GDAL_FEATURE_READ_H

#include "base/context.h"
#include "gdal/layer_source.h"
#include "layer/layer_data.h"

/* Adds the file's fields: whole numbers, numbers, and text for everything else. */
mintu_status mintu_feature_read_fields(mintu_context *context, mintu_layer *layer, const mintu_source *source,
                                       mintu_error *error);

/* Appends a feature of the file, brought to WGS 84 by @p transformation (NULL: it is). The feature's geometry is taken from it. */
mintu_status mintu_feature_read(mintu_layer *layer, mintu_source *source, OGRFeatureH feature,
                                OGRCoordinateTransformationH transformation, mintu_error *error);

#endif
