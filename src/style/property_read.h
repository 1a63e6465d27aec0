/* Property values and filters of a layer. */
#ifndef STYLE_PROPERTY_READ_H
#define STYLE_PROPERTY_READ_H

#include "style/document_parts.h"

bool mintu_style_read_properties(mintu_parser *parser, mintu_style_layer *layer, const json_t *json, bool layout);

bool mintu_style_read_filter(mintu_parser *parser, mintu_style_layer *layer, const json_t *json);

#endif
