/* A layer that is schematic says so on the map's face, where nobody can cut it off. */
#ifndef FURNITURE_WARNING_H
#define FURNITURE_WARNING_H

#include "furniture/furniture.h"

/* Shapes the notes `schematic` of the layers, if there are any; the piece's width and height are @p size. False: there are none. */
bool mintu_warning_measure(mintu_furniture *furniture, double size[2]);

void mintu_warning_paint(const mintu_furniture *furniture);

#endif
