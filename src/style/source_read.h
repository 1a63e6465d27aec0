/* The sources of a document. */
#ifndef STYLE_SOURCE_READ_H
#define STYLE_SOURCE_READ_H

#include "style/member_read.h"

bool mintu_style_read_sources(mintu_parser *parser, void *style, const json_t *json);

#endif
