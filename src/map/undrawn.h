/* Layers of a style that draw nothing of what their source holds, wherever the page looks. */
#ifndef MAP_UNDRAWN_H
#define MAP_UNDRAWN_H

#include "canvas/drawing.h"

/* Tells the context's listener of sources whose rows have no position, once they are loaded. */
void mintu_undrawn_positions(const mintu_drawing *drawing);

/* And of layers that draw none of their source's kind of features, or whose filter keeps none. */
void mintu_undrawn_layers(const mintu_drawing *drawing);

#endif
