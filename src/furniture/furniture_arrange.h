/* Gives each piece on the map's face its place: those first that the layout sends somewhere, then the largest. */
#ifndef FURNITURE_ARRANGE_H
#define FURNITURE_ARRANGE_H

#include "furniture/furniture.h"

/* arrange.c: measures the pieces on the map's face and gives each its place; they become obstacles for labels. */
void mintu_furniture_arrange(mintu_scene *scene, mintu_furniture *furniture);

#endif
