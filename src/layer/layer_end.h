/* How a function that makes a layer ends. */
#ifndef LAYER_LAYER_END_H
#define LAYER_LAYER_END_H

#include <mintu/layer.h>

/* After a failure frees what was made, so that *out is NULL. Gives the status back. */
mintu_status mintu_layer_end(mintu_status status, mintu_layer **out);

#endif
