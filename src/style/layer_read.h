/* The layers of a document. */
#ifndef STYLE_LAYER_READ_H
#define STYLE_LAYER_READ_H

#include "style/document_parts.h"

bool mintu_style_read_layers(mintu_parser *parser, mintu_style *style, const json_t *json);

#endif
