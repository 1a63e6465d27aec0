/* Where the rows of a layer stand in the file that it was read from. */
#ifndef LAYER_ROW_PLACE_H
#define LAYER_ROW_PLACE_H

#include "layer/layer_data.h"

/* The file of the layer, in messages. */
mintu_status mintu_layer_source_set(mintu_layer *layer, const char *path, mintu_error *error);

#endif
