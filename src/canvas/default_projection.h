/* The projection of a drawing. Where none was asked for: a transverse Mercator on CGCS2000's ellipsoid about the middle of the
 * extent. */
#ifndef CANVAS_DEFAULT_PROJECTION_H
#define CANVAS_DEFAULT_PROJECTION_H

#include "canvas/drawing.h"

/* Gives the drawing the projection asked for, else the default for an extent (west, south, east, north in degrees). */
mintu_status mintu_drawing_choose_projection(mintu_drawing *drawing, const double extent[4], mintu_error *error);

/* Adds the default's name as the map's imprint says it. */
void mintu_default_projection_name(double meridian, const char *lang, mintu_buffer *out);

#endif
