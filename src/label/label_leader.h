/* Labels that stand away from their symbol, with a thin line that leads there: the last resort of required labels. */
#ifndef LABEL_LABEL_LEADER_H
#define LABEL_LABEL_LEADER_H

#include "label/label.h"

/* label_leader.c: candidates farther and farther out, with a line that leads to the symbol. */
void mintu_label_candidates_far(mintu_scene *scene, mintu_label *label, double distance, double padding);

/* Where a leader begins and ends; false when the text stands at its symbol. */
bool mintu_label_leader(const mintu_label *label, const mintu_candidate *candidate, const mintu_run *run, double line[4]);

mintu_box mintu_label_leader_step(const double line[4], int step);

#endif
