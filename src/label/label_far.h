/* Where a required label could stand away from its symbol, with a leader: the last resort. */
#ifndef LABEL_LABEL_FAR_H
#define LABEL_LABEL_FAR_H

#include "label/label.h"

/* Candidates farther and farther out, from @p distance px on, each with a leader. */
void mintu_label_candidates_far(mintu_labels *labels, mintu_label *label, double distance, double padding);

#endif
