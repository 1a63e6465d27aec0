/* The layers of a document. */
#ifndef STYLE_LAYER_READ_H
#define STYLE_LAYER_READ_H

#include "style/member_read.h"

bool mintu_style_read_layers(mintu_parser *parser, void *style, const json_t *json);

#endif
