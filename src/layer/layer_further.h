/* Features whose geometry is of several kinds: a row for each of these, the later ones marked. */
#ifndef LAYER_LAYER_FURTHER_H
#define LAYER_LAYER_FURTHER_H

#include <mintu/layer.h>

/* Adds a row with all that the last one of the feature says, and without a geometry. */
mintu_status mintu_layer_further_add(mintu_layer *layer, mintu_error *error);

#endif
