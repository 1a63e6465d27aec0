/* Meridians and parallels, when the layout asks for them, numbered in the band between the two neat lines. */
#ifndef FURNITURE_GRATICULE_H
#define FURNITURE_GRATICULE_H

#include "furniture/furniture.h"

/* A number of the graticule, where its line meets the frame; a meridian is numbered at top and bottom, a parallel at both sides. */
typedef struct mintu_graticule_mark {
    double x, y;
    double degrees;
    bool meridian;
    int within; /* at an end of the line on the map's face: -1 left of it, 1 right, 2 below; 0: on the frame */
    char text[24];
} mintu_graticule_mark;
enum { MINTU_GRATICULE_MARKS = 256 };

/* Draws the lines. */
void mintu_graticule_paint(mintu_drawing *drawing);

/* Draws the edge of the earth, where the page shows more than that. */
void mintu_graticule_paint_globe(mintu_drawing *drawing);

/* All numbers of the lines; returns how many there are. */
size_t mintu_graticule_marks(mintu_drawing *drawing, mintu_graticule_mark out[MINTU_GRATICULE_MARKS]);

/* Draws the numbers in the band around the frame. */
void mintu_graticule_paint_numbers(const mintu_furniture *furniture);

#endif
