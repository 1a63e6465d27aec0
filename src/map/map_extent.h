/* Which part of the earth a map shows: what was asked for, the feature in focus, what the layout says, or else the subject. */
#ifndef MAP_MAP_EXTENT_H
#define MAP_MAP_EXTENT_H

#include "canvas/drawing.h"

/* West, south, east and north in degrees; @p asked: the same as the user gave them, 0 when not at all. *fitted says that it is the
 * subject's own, which the frame keeps a little off. Plots are still in degrees; the subject's are marked. */
mintu_status mintu_map_extent(mintu_drawing *drawing, const double *asked, double extent[4], bool *fitted, mintu_error *error);

/* Layers of symbols are what the map is about: findings when the frame holds no feature of any of them. */
void mintu_map_check_extent(mintu_drawing *drawing);

#endif
