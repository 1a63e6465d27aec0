/* A layer that is schematic says so on the map's face, where nobody can cut it off. */
#ifndef FURNITURE_WARNING_H
#define FURNITURE_WARNING_H

#include "furniture/furniture.h"

/* warning.c: the notes `schematic` of the layers */
void mintu_warning_measure(mintu_scene *scene, mintu_furniture *furniture, double size[2]);

void mintu_warning_paint(mintu_scene *scene, const mintu_furniture *furniture);

#endif
