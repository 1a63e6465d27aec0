/* The sources of a document. */
#ifndef STYLE_SOURCE_READ_H
#define STYLE_SOURCE_READ_H

#include "style/member_read.h"

bool mintu_style_read_sources(mintu_parser *parser, void *style, const json_t *json);

/* The metadata's mintu:files: which file print reads for a source, in place of what the web takes. */
bool mintu_style_read_files(mintu_parser *parser, void *style, const json_t *json);

#endif
