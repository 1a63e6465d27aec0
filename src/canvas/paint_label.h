/* The texts of a symbol layer, where they were placed. */
#ifndef CANVAS_PAINT_LABEL_H
#define CANVAS_PAINT_LABEL_H

#include "canvas/paint.h"

void mintu_paint_labels(mintu_scene *scene, size_t layer_index); /* paint_label.c: the texts, where they were placed */

#endif
