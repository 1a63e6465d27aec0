/* What the writers of layer files share. For this room only. */
#ifndef LAYER_LAYER_FORMAT_H
#define LAYER_LAYER_FORMAT_H

#include "base/array.h"
#include "base/output.h"
#include "layer/layer_data.h"
#include "layer/shape.h"

/* Hands the buffer's text to the output and empties it, when it is large or @p last is true. */
mintu_status mintu_buffer_flush(mintu_buffer *buffer, mintu_output *output, bool last, mintu_error *error);

#endif
