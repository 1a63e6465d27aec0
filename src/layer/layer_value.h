/* The values of a layer's rows. */
#ifndef LAYER_LAYER_VALUE_H
#define LAYER_LAYER_VALUE_H

#include <mintu/layer.h>
#include <stdint.h>

/* How the row is called in a message: its number from 1 and its name or code, if it has one. */
void mintu_layer_row_title(const mintu_layer *layer, size_t row, char *text, size_t size);

/* True when the field is a property of the feature as GeoJSON sees it: not the field that was made of ids, and of a feature that was read
 * from GeoJSON only what it named. */
bool mintu_layer_is_property(const mintu_layer *layer, size_t row, size_t field);

/* Sets a cell, which must exist, of a field of whole numbers. */
void mintu_layer_integer_set(mintu_layer *layer, size_t row, size_t field, int64_t value);

#endif
