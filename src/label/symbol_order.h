/* In which order the symbols of a layer take their places and are drawn: by symbol-sort-key, as they come, or from north to south. */
#ifndef LABEL_SYMBOL_ORDER_H
#define LABEL_SYMBOL_ORDER_H

#include "label/label.h"

/* Whether symbol-sort-key counts: not where symbol-z-order is "viewport-y". */
bool mintu_label_sorts_by_key(const mintu_drawing *drawing, const mintu_style_layer *layer);

/* Whether the southern ones take their places first. */
bool mintu_label_south_first(const mintu_drawing *drawing, const mintu_style_layer *layer);

/* The labels of a style layer in the order in which they are drawn, on the heap; NULL when there are none or memory ran out. */
const mintu_label **mintu_label_drawing_order(const mintu_labels *labels, size_t layer, size_t *count);

#endif
