/* Features whose geometry is of several kinds: a row for each kind, the first of them the feature's own, the others further ones. */
#ifndef LAYER_FURTHER_ROW_H
#define LAYER_FURTHER_ROW_H

#include "layer/shape.h"

/* Appends a further row of the feature that the last row is of, with all its values and this geometry. */
mintu_status mintu_layer_further_append(mintu_layer *layer, const mintu_shape *shape, mintu_error *error);

/* Takes the further rows away, so that each feature is one row; how many there were. */
size_t mintu_layer_further_drop(mintu_layer *layer);

#endif
