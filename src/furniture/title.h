/* Above the frame, at its left edge: the title, and the subtitle below it. */
#ifndef FURNITURE_TITLE_H
#define FURNITURE_TITLE_H

#include "furniture/furniture.h"

double mintu_title_measure(mintu_furniture *furniture); /* height */

void mintu_title_paint(const mintu_furniture *furniture);

#endif
