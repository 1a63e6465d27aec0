/* A layer whose fields' names differ in more than case, as databases and dBASE need them. */
#ifndef LAYER_NAMES_APART_H
#define LAYER_NAMES_APART_H

#include "base/array.h"
#include "layer/layer_data.h"

/* The layer with its own names; cells and the rest are those of the layer that it was made of. */
typedef struct mintu_layer_apart {
    mintu_layer layer;
    mintu_text_store texts;
    mintu_buffer told; /* "NAME is NAME_2, Name is Name_3"; empty when no name was changed */
} mintu_layer_apart;

/* The first of names that are equal but for case stays, those behind it get _2, _3 and so on. */
mintu_status mintu_layer_apart_make(const mintu_layer *layer, const char *doing, mintu_error *error, mintu_layer_apart *out);
void mintu_layer_apart_free(mintu_layer_apart *layer);

/* True when a field is called so, whatever its case. */
bool mintu_layer_has_name(const mintu_layer *layer, const char *name);

#endif
