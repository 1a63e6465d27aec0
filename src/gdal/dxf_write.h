/* A layer as a drawing: each of its features on the drawing's layer of its name and class, and the names as text. */
#ifndef GDAL_DXF_WRITE_H
#define GDAL_DXF_WRITE_H

#include "base/output.h"
#include "layer/layer_data.h"

/* @p layer has a reference system (layer->system), which the format cannot say. What it has no room for is told to the context's
 * listener. @p target names the file in messages. */
mintu_status mintu_dxf_write(mintu_context *context, const mintu_layer *layer, const char *target, mintu_output *output,
                             mintu_error *error);

#endif
