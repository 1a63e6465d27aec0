#include "layer/layer_end.h"

mintu_status mintu_layer_end(mintu_status status, mintu_layer **out)
{
    if (status != MINTU_STATUS_OK) {
        mintu_layer_free(*out);
        *out = NULL;
    }
    return status;
}
