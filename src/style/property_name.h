/* Names that are not in the table: what was meant, and what print leaves out. */
#ifndef STYLE_PROPERTY_NAME_H
#define STYLE_PROPERTY_NAME_H

#include "style/property.h"

/* The property that was probably meant; NULL when none is near. */
const char *mintu_property_near(const char *name, mintu_layer_type layer, bool layout);

/* True for a property that the specification has and print does not draw. */
bool mintu_property_is_undrawn(const char *name);

/* Name of a layer type; MINTU_LAYER_TYPE_END for a name that is none. */
const char *mintu_layer_type_text(mintu_layer_type type);

mintu_layer_type mintu_layer_type_find(const char *name);

#endif
