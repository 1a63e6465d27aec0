/* The scale bar: the ratio, and a bar of a round length that is true at the map's centre. */
#ifndef FURNITURE_SCALE_BAR_H
#define FURNITURE_SCALE_BAR_H

#include "furniture/furniture.h"

/* Chooses the bar's length; the piece's width and height are @p size. */
void mintu_scale_bar_measure(mintu_furniture *furniture, double size[2]);

/* Where the ratio holds, as words to stand behind it; "" where it hardly differs from place to place. */
void mintu_scale_where(const mintu_furniture *furniture, char *out, size_t size);

void mintu_scale_bar_paint(const mintu_furniture *furniture);

double mintu_scale_bar_px(const mintu_page *page, double metres); /* length on paper of true metres at the map's centre */

#endif
