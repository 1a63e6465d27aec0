/* The projection of a map, and what it does to the layers before they come to the page. */
#ifndef MAP_MAP_PROJECTION_H
#define MAP_MAP_PROJECTION_H

#include "canvas/drawing.h"
#include "geometry/cut.h"

/* Gives the drawing the projection asked for, else the one that suits an extent (west, south, east, north in degrees), and finds out
 * where it is valid. */
mintu_status mintu_map_choose_projection(mintu_drawing *drawing, const double extent[4], mintu_error *error);

/* A cutter for a map on which a px shows about so many degrees, and that has no page yet: all is near. mintu_cutter_free() after use. */
mintu_cutter mintu_map_cutter(const mintu_drawing *drawing, double degrees);

/* What the page shows is near, with what is around it; says when the page shows more than there is. */
mintu_status mintu_map_cutter_look(const mintu_drawing *drawing, mintu_cutter *cutter, bool *beyond, mintu_error *error);

/* Makes the outline of what the projection can show, for a page that shows more. */
mintu_status mintu_map_outline(mintu_drawing *drawing, mintu_cutter *cutter, mintu_error *error);

#endif
