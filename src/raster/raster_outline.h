/* A source of pixels as a layer: the outline of what lies there. */
#ifndef RASTER_RASTER_OUTLINE_H
#define RASTER_RASTER_OUTLINE_H

#include "gdal/raster_file.h"
#include "style/style_source.h"

#include <mintu/layer.h>

/* Opens the file of the style's source, which is one of pixels, and closes it again; the layer has its outline as one polygon. What is
 * taken for granted about the file is told to the context's listener. */
mintu_status mintu_raster_outline(mintu_context *context, const mintu_style *style, size_t source, mintu_error *error,
                                  mintu_layer **out);

/* Opens it for reading; mintu_raster_close() in any case. */
mintu_status mintu_raster_open_source(const mintu_context *context, const mintu_style *style, size_t source, mintu_error *error,
                                      mintu_raster_file **out);

#endif
