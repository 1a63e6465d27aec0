/* Draws all pieces of furniture where they were placed. */
#ifndef FURNITURE_FURNITURE_PAINT_H
#define FURNITURE_FURNITURE_PAINT_H

#include "furniture/furniture.h"

/* Draws legend, scale bar, inset, warning, north arrow, frame, title and notes, each as a group of its own. */
void mintu_furniture_paint(const mintu_furniture *furniture);

#endif
