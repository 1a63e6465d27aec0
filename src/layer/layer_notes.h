/* A layer's notes in files: metadata of a GeoPackage, foreign members of GeoJSON. For this room only. */
#ifndef LAYER_LAYER_NOTES_H
#define LAYER_LAYER_NOTES_H

#include "layer/layer_data.h"
#include "layer/layer_source.h"

mintu_status mintu_notes_read(mintu_layer *layer, const mintu_source *source, mintu_error *error);

#endif
