#ifndef LAYER_LAYER_WRITE_H
#define LAYER_LAYER_WRITE_H

#include "layer/layer_format.h"

/* Hands the buffer's text to the output and empties it, when it is large or @p last is true. */
mintu_status mintu_buffer_flush(mintu_buffer *buffer, mintu_output *output, bool last, mintu_error *error);

#endif
