/* Whether the part of the earth that the map shows has anything in it. */
#ifndef MAP_MAP_EXTENT_H
#define MAP_MAP_EXTENT_H

#include "canvas/drawing.h"

/* Layers of symbols are what the map is about: findings when the frame holds no feature of any of them. */
void mintu_map_check_extent(mintu_drawing *drawing);

#endif
