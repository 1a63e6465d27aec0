/* The table itself: its name, fields and rows. For this room only. */
#ifndef LAYER_LAYER_H
#define LAYER_LAYER_H

#include "layer/layer_data.h"

/* MINTU_STATUS_USAGE unless the row exists. */
mintu_status mintu_layer_row_check(const mintu_layer *layer, size_t row, mintu_error *error);

#endif
