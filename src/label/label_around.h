/* Where a label could stand around its symbol: at the sides that text-anchor and text-variable-anchor name, between them, and
 * farther out. */
#ifndef LABEL_LABEL_AROUND_H
#define LABEL_LABEL_AROUND_H

#include "label/label.h"

/* Candidates of an automatic label at a point: around its symbol; inside the area that it names, when no anchor is asked for (@p area). */
void mintu_label_candidates_point(mintu_labels *labels, mintu_label *label, mintu_style_scope *scope, bool area);

/* Candidates of a required label far away, with a leader. */
void mintu_label_candidates_last(mintu_labels *labels, mintu_label *label, mintu_style_scope *scope);

#endif
