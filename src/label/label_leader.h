/* The leader: a thin line from a text that stands away from its symbol to that symbol, so that one sees whose it is. Only a required
 * label that finds no place near its symbol gets one (label_far.c). It begins at the symbol's edge, ends 1 px before the text, and
 * is drawn below all texts of its layer. */
#ifndef LABEL_LABEL_LEADER_H
#define LABEL_LABEL_LEADER_H

#include "label/label.h"

/* Where a leader begins and ends; false when the text stands at its symbol. */
bool mintu_label_leader(const mintu_label *label, const mintu_label_candidate *candidate, const mintu_run *run, double line[4]);

/* The leader as a row of small boxes, which must be free as the text's own must: the one of number @p step. */
enum { MINTU_LEADER_STEPS = 12 };
mintu_box mintu_label_leader_step(const double line[4], int step);

/* Draws the candidate's leader, if it has one. */
void mintu_label_leader_paint(const mintu_labels *labels, const mintu_label *label, const mintu_label_candidate *candidate);

#endif
