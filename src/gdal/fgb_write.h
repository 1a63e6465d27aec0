/* A layer as FlatGeobuf. */
#ifndef GDAL_FGB_WRITE_H
#define GDAL_FGB_WRITE_H

#include "base/output.h"
#include "layer/layer_data.h"

mintu_status mintu_fgb_write(const mintu_layer *layer, const char *target, mintu_output *output, mintu_error *error);

#endif
