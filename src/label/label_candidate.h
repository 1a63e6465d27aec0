/* One place where a label could stand: what the text covers there, what is in its way, and what the place costs. Every candidate
 * of every kind passes mintu_label_candidate_add(). */
#ifndef LABEL_LABEL_CANDIDATE_H
#define LABEL_LABEL_CANDIDATE_H

#include "label/label.h"

#define MINTU_LABEL_GAP 1.2 /* px between a symbol and its label */

/* px about what stands where the style says: the web counts places in sixteenths of a px, and boxes that touch are in each other's
 * way. */
#define MINTU_LABEL_GRAIN (1.0 / 32)

/* What the text covers with its halo where it stands. */
mintu_box mintu_label_text_box(const mintu_labels *labels, const mintu_label *label, const mintu_text_spot *text);

/* Width and height of a run that is turned. */
void mintu_label_turned_size(const mintu_run *run, double angle, double size[2]);

/* Adds a candidate, with what its place costs for what lies below and beside it. It is left out when furniture, a symbol or the
 * frame is in its way, unless the label may overlap. */
void mintu_label_candidate_add(mintu_labels *labels, mintu_label *label, const mintu_label_candidate *candidate);

/* From the box to the edge of the label's symbol, px; 0 when they meet. */
double mintu_label_distance(const mintu_label *label, const mintu_box *box);

#endif
