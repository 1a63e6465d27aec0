/* Which properties a layer's legend is derived from, and how it words what it finds there. */
#ifndef STYLE_LEGEND_DERIVE_H
#define STYLE_LEGEND_DERIVE_H

#include "style/document_parts.h"
#include "style/legend_key.h"

/* The properties that the layer's legend is derived from; 0 when its entries are written by hand or it has none. */
size_t mintu_style_legend_derived(const mintu_style_layer *layer, const mintu_property **out);

/* Why the legend has no entry of the layer, and what to do, in words; NULL when it has, or wants none. */
const char *mintu_style_legend_gap(const mintu_style_layer *layer);

/* How the layer's legend wants its lines: {"zh": …} around {class}; NULL for {class} alone. */
const char *mintu_style_legend_frame(const mintu_style_layer *layer, const char *lang);

/* The member "derive", NULL when the legend has none; the properties are read already. */
bool mintu_style_read_derived(mintu_parser *parser, mintu_style_layer *layer, const json_t *derive);

#endif
