/* Values as JSON, in the form of MapLibre's own tests. */
#ifndef EXPRESSION_VALUE_JSON_H
#define EXPRESSION_VALUE_JSON_H

#include "base/array.h"
#include "expression/value.h"

/* The value as JSON. Colours are [red, green, blue, alpha] from 0 to 1, premultiplied, as MapLibre's own tests write them. */
void mintu_value_write(const mintu_value *value, mintu_buffer *out);

#endif
