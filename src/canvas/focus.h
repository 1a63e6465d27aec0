/* What the map is about, when it is one feature: the page is fitted to it, and what lies around it is paler. */
#ifndef CANVAS_FOCUS_H
#define CANVAS_FOCUS_H

#include "canvas/drawing.h"

/* Loads the focus, in degrees, and gives the extent that shows it. */
mintu_status mintu_focus_load(mintu_drawing *drawing, double extent[4], mintu_error *error);

/* Paints a veil over what lies around it; nothing without a focus that is an area. */
void mintu_focus_paint(mintu_drawing *drawing);

/* What lies elsewhere is context; without a focus nothing is. */
bool mintu_focus_holds(const mintu_drawing *drawing, double x, double y);

#endif
