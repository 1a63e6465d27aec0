#ifndef LAYER_LAYER_VALUE_H
#define LAYER_LAYER_VALUE_H

#include "layer/layer_data.h"

/* How the row is called in a message: its number from 1 and its name or code, if it has one. */
void mintu_layer_row_title(const mintu_layer *layer, size_t row, char *text, size_t size);

/* Shortest decimal text that reads back as the same number, with a point in every locale. */
void mintu_number_text(double value, char text[MINTU_LAYER_SCRATCH]);

#endif
