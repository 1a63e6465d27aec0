/* The colours that a key shows. */
#ifndef STYLE_LEGEND_COLORS_H
#define STYLE_LEGEND_COLORS_H

#include "style/legend_key.h"

/* All colours that the key of the property shows: of each class, and of each stop of a ramp, at most @p room. For a property that
 * is no colour, of the layer's colour. Returns how many there are. */
size_t mintu_key_colors(const mintu_style_layer *layer, mintu_property property, const mintu_style_scope *scope,
                        mintu_color *out, size_t room);

#endif
