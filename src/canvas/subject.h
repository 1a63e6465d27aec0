/* What a map is about when nobody says so, among all that its layers hold: symbols, else the smallest layer of areas. */
#ifndef CANVAS_SUBJECT_H
#define CANVAS_SUBJECT_H

#include "canvas/plot.h"

/* Degrees that the map shall show when neither options nor layout say so: bounds of the sources that are the map's subject.
 * Marks those plots. Plots are still in degrees. */
mintu_status mintu_subject_extent(mintu_plot *plots, size_t count, double extent[4], mintu_error *error);

/* Bounds of the plots that are marked as subject, in the unit that they are in; false when there is none. */
bool mintu_subject_bounds(const mintu_plot *plots, size_t count, mintu_box *out);

#endif
