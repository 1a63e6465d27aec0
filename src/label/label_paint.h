/* The texts of a symbol layer, drawn where they were placed, above their leaders. */
#ifndef LABEL_LABEL_PAINT_H
#define LABEL_LABEL_PAINT_H

#include "label/label.h"

/* Draws the labels of one style layer, by its index. */
void mintu_labels_paint(const mintu_labels *labels, size_t layer);

#endif
