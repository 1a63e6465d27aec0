#include "layer/layer_format.h"

mintu_status mintu_buffer_flush(mintu_buffer *buffer, mintu_output *output, bool last, mintu_error *error)
{
    enum { LARGE = 1 << 18 };
    if (buffer->failed)
        return mintu_fail_memory(error, "writing a layer");
    if (buffer->size < LARGE && !last)
        return MINTU_STATUS_OK;
    mintu_status status = mintu_output_write(output, buffer->data, buffer->size, error);
    mintu_buffer_clear(buffer);
    return status;
}
