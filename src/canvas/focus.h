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

/* How strongly a symbol or a name is drawn there: 1, and less around the focus. */
double mintu_focus_strength(const mintu_drawing *drawing, const double at[2]);

/* Whether a feature is one of those that the map counts: an area by a point within it, anything else by any of its points. */
bool mintu_focus_counts(const mintu_drawing *drawing, const mintu_plot *plot, const mintu_plot_row *row);

#endif
