/* Where a text could stand along a line: letter by letter, on a smoothed course so that the letters stand quietly. */
#ifndef LABEL_LABEL_LINE_H
#define LABEL_LABEL_LINE_H

#include "label/label.h"

double mintu_line_length(const double *xy, size_t count);

/* The place @p distance px along a line, and the line's angle there, radians clockwise. */
void mintu_line_walk(const double *xy, size_t count, double distance, double at[2], double *angle);

/* Candidates along each of the label's parts that is long enough, its middle first. */
void mintu_label_candidates_line(mintu_labels *labels, mintu_label *label, mintu_style_scope *scope);

#endif
