/* The sources of a document. */
#ifndef STYLE_SOURCE_READ_H
#define STYLE_SOURCE_READ_H

#include "style/document_parts.h"

/* Readers note their failure in the parser, whose path is that of @p json, and return false. */
bool mintu_style_read_sources(mintu_parser *parser, mintu_style *style, const json_t *json, const char *folder);

#endif
