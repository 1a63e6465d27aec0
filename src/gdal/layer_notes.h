/* A layer's notes in the metadata of a GeoPackage. For this room only. */
#ifndef GDAL_LAYER_NOTES_H
#define GDAL_LAYER_NOTES_H

#include "gdal/layer_source.h"
#include "layer/layer_data.h"

mintu_status mintu_notes_read(mintu_layer *layer, const mintu_source *source, mintu_error *error);

#endif
