#ifndef FURNITURE_FRAME_H
#define FURNITURE_FRAME_H

#include "furniture/furniture.h"

/* frame.c, graticule.c: with a graticule a band for its numbers lies around the map's face */
double mintu_frame_band(const mintu_scene *scene); /* px; 0 without a graticule */

void mintu_frame_paint(mintu_scene *scene);

#endif
