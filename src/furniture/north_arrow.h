/* Grid north, since the page stands on the grid; how far true north is off is said when it can be seen. */
#ifndef FURNITURE_NORTH_ARROW_H
#define FURNITURE_NORTH_ARROW_H

#include "furniture/furniture.h"

/* The piece's width and height are @p size. */
void mintu_north_arrow_measure(const mintu_furniture *furniture, double size[2]);

/* What it says of the grid convergence at the map's centre, degrees from grid north to true north, clockwise; "" below 0.1°. */
void mintu_north_arrow_text(double degrees, const char *lang, char *out, size_t size);

void mintu_north_arrow_paint(const mintu_furniture *furniture);

#endif
