/* Where a text could stand along a line: letter by letter, on a smoothed course so that the letters stand quietly. */
#ifndef LABEL_LABEL_LINE_H
#define LABEL_LABEL_LINE_H

#include "label/label.h"

/* Candidates along each part of the row's line that is long enough, its middle first. */
void mintu_label_candidates_line(mintu_labels *labels, mintu_label *label, mintu_style_scope *scope, const mintu_plot_row *row);

#endif
