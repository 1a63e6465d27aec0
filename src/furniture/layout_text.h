/* Texts of the layout, which may hold {as-of}, {place} and any other note of a layer by its key. */
#ifndef FURNITURE_LAYOUT_TEXT_H
#define FURNITURE_LAYOUT_TEXT_H

#include "canvas/drawing.h"

/* A text of the layout (keys as in mintu_style_layout_text) with {as-of} replaced by the day that the layers stand for, {place} by
 * what the map is about, and other keys by notes of the layers, on the heap; NULL when the layout has none. */
char *mintu_layout_text(mintu_drawing *drawing, const char *key, size_t index);

/* The same for a text from elsewhere, which may hold keys of its own, in a list that ends with a NULL key; NULL for NULL. */
typedef struct mintu_layout_value {
    const char *key, *value;
} mintu_layout_value;
char *mintu_layout_expand(mintu_drawing *drawing, const char *text, const mintu_layout_value *own);

const char *mintu_layout_day(const mintu_drawing *drawing); /* the day that the layers stand for as YYYY-MM-DD, or NULL */

#endif
