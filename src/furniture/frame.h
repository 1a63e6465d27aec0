/* The neat line around the map's face; with a graticule two, and between them a band for its numbers. */
#ifndef FURNITURE_FRAME_H
#define FURNITURE_FRAME_H

#include "furniture/furniture.h"

double mintu_frame_band(const mintu_furniture *furniture); /* width of the band, px; 0 without a graticule */

void mintu_frame_paint(const mintu_furniture *furniture);

#endif
