/* Names of the layer types that print draws. */
#ifndef STYLE_PROPERTY_NAME_H
#define STYLE_PROPERTY_NAME_H

#include "style/property.h"

/* Name of a layer type; MINTU_LAYER_TYPE_END for a name that is none. */
const char *mintu_layer_type_text(mintu_layer_type type);

mintu_layer_type mintu_layer_type_find(const char *name);

#endif
