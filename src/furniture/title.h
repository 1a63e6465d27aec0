#ifndef FURNITURE_TITLE_H
#define FURNITURE_TITLE_H

#include "furniture/furniture.h"

/* title.c */
double mintu_title_measure(mintu_scene *scene, mintu_furniture *furniture); /* height */

void mintu_title_paint(mintu_scene *scene, const mintu_furniture *furniture);

#endif
