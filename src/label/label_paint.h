/* The symbols of a layer, drawn where they were placed: first the icons, then the texts above their leaders. */
#ifndef LABEL_LABEL_PAINT_H
#define LABEL_LABEL_PAINT_H

#include "label/label.h"

/* Draws the icons of one style layer, by its index. */
void mintu_icons_paint(const mintu_labels *labels, size_t layer);

/* Draws its texts. */
void mintu_labels_paint(const mintu_labels *labels, size_t layer);

#endif
