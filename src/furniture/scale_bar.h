#ifndef FURNITURE_SCALE_BAR_H
#define FURNITURE_SCALE_BAR_H

#include "furniture/furniture.h"

/* scale_bar.c */
void mintu_scale_bar_measure(mintu_scene *scene, mintu_furniture *furniture, double size[2]);

void mintu_scale_bar_paint(mintu_scene *scene, const mintu_furniture *furniture);

double mintu_scale_bar_px(const mintu_scene *scene, double metres); /* length on paper of true metres at the map's centre */

#endif
