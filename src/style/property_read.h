/* Property values and filters of a layer. */
#ifndef STYLE_PROPERTY_READ_H
#define STYLE_PROPERTY_READ_H

#include "style/member_read.h"

/* The parser's path ends with "layout" or "paint". */
bool mintu_style_read_properties(mintu_parser *parser, void *layer, const json_t *json);

bool mintu_style_read_filter(mintu_parser *parser, void *layer, const json_t *json);

/* An expression of a filter, of a layer or a source. */
bool mintu_style_read_condition(mintu_parser *parser, const mintu_node **out, const json_t *json);

#endif
