/* A layer as FlatGeobuf. */
#ifndef LAYER_FGB_WRITE_H
#define LAYER_FGB_WRITE_H

#include "layer/layer_format.h"

mintu_status mintu_fgb_write(const mintu_layer *layer, const char *target, mintu_output *output, mintu_error *error);

#endif
