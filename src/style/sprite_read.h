/* Reads the member `sprite` of a style, and the indexes of its local sprites (Style Specification, "Sprite"). */
#ifndef STYLE_SPRITE_READ_H
#define STYLE_SPRITE_READ_H

#include "style/document_parts.h"

/* For mintu_parser_read_members(); @p into is the style, whose folder is known. */
bool mintu_style_read_sprite(mintu_parser *parser, void *into, const json_t *json);

#endif
