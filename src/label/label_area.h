/* Where the name of an area could stand: at its pole of inaccessibility, and on a grid about it while its middle stays inside. */
#ifndef LABEL_LABEL_AREA_H
#define LABEL_LABEL_AREA_H

#include "label/label.h"

/* The pole of inaccessibility of some parts of a polygon; false when they have no area. */
bool mintu_label_pole(mintu_drawing *drawing, const mintu_plot *plot, size_t part, size_t part_end, double xy[2]);

/* Candidates inside the area of the label's parts, from its pole of inaccessibility outwards. @p shift and @p padding are px. */
void mintu_label_candidates_area(mintu_labels *labels, mintu_label *label, const double shift[2], double padding);

/* What it costs a text with a leader to stand at x, y when that is in another area that the same layer names. */
double mintu_label_foreign_cost(const mintu_labels *labels, const mintu_label *label, double x, double y);

#endif
