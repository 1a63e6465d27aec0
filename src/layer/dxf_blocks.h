/* DXF files whose blocks are drawn many times. */
#ifndef LAYER_DXF_BLOCKS_H
#define LAYER_DXF_BLOCKS_H

#include "layer/layer_source.h"

mintu_status mintu_drawing_check(const mintu_source *source, mintu_error *error);

#endif
