/* Meridians and parallels, when the layout asks for them, numbered in the band between the two neat lines. */
#ifndef FURNITURE_GRATICULE_H
#define FURNITURE_GRATICULE_H

#include "furniture/furniture.h"

void mintu_graticule_paint(mintu_scene *scene);

void mintu_graticule_paint_numbers(mintu_scene *scene);

size_t mintu_graticule_marks(mintu_scene *scene, mintu_graticule_mark out[MINTU_GRATICULE_MARKS]);

#endif
