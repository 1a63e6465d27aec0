/* The legend block of a layer: reading it, asking for its lines, counting what they cover. */
#ifndef STYLE_LEGEND_RULE_H
#define STYLE_LEGEND_RULE_H

#include "style/document.h"
#include "style/member_read.h"

bool mintu_style_read_legend(mintu_parser *parser, void *layer, const json_t *json);

size_t mintu_style_legend_count(const mintu_style_layer *layer);

mintu_legend_entry mintu_style_legend_entry(const mintu_style_layer *layer, size_t index, const char *lang);

/* The heading over a layer's entries: the `label` of the whole block, "" when it has none. */
const char *mintu_style_legend_label(const mintu_style_layer *layer, const char *lang);

/* True when every property of the entry equals the feature's: how the map counts {count}. */
bool mintu_style_legend_covers(const mintu_style_layer *layer, size_t index, const mintu_layer *features, size_t row);

#endif
