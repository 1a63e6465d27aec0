/* Plain drawing, for all that no style describes: furniture, leaders. Shapes are added to the canvas's current path, which is then
 * filled or outlined. */
#ifndef CANVAS_PEN_H
#define CANVAS_PEN_H

#include "canvas/canvas.h"

/* A line without dashes, with blunt ends. */
typedef struct mintu_pen {
    mintu_color color;
    double opacity, width; /* px */
    bool round;            /* corners; else mitred */
} mintu_pen;

/* Adds a line through all @p count vertices (x, y each), or a ring. */
void mintu_canvas_corners(mintu_canvas *canvas, const double *xy, size_t count, bool ring);

static inline void mintu_canvas_segment(mintu_canvas *canvas, const double from[2], const double to[2])
{
    mintu_canvas_corners(canvas, (const double[]){from[0], from[1], to[0], to[1]}, 2, false);
}

/* Adds a full circle. */
void mintu_canvas_disc(mintu_canvas *canvas, double x, double y, double radius);

/* Fills the path, which stays to be outlined. */
void mintu_canvas_fill(mintu_canvas *canvas, mintu_color color, double opacity);

/* Outlines the path and ends it. */
void mintu_canvas_outline(mintu_canvas *canvas, const mintu_pen *pen);

/* Until mintu_canvas_back() the origin is at @p at, turned clockwise by @p angle (radians), and a px is @p scale px. */
void mintu_canvas_go(mintu_canvas *canvas, const double at[2], double angle, double scale);
void mintu_canvas_back(mintu_canvas *canvas);

#endif
