/* What the style draws, layer by layer from the bottom up, with the focus's veil and the graticule between. */
#ifndef MAP_PAINT_LAYERS_H
#define MAP_PAINT_LAYERS_H

#include "furniture/furniture.h"

/* Draws them; labels have their places already. */
void mintu_layers_paint(const mintu_furniture *furniture);

#endif
