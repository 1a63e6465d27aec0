/* The print layout: `mintu:layout` in the document's metadata. */
#ifndef STYLE_LAYOUT_H
#define STYLE_LAYOUT_H

#include "style/document.h"
#include "style/member_read.h"

bool mintu_style_read_layout(mintu_parser *parser, void *style, const json_t *json);

const mintu_layout *mintu_style_layout(const mintu_style *style);

/* A text of the layout: key "title", "subtitle", "source", "place", "review", "legend.title", or "notes" with index; NULL when
 * absent. */
const char *mintu_style_layout_text(const mintu_style *style, const char *key, size_t index, const char *lang);

#endif
