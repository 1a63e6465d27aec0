/* Which place each label gets: first the important ones, each the best place that is free; then by simulated annealing, in which a
 * label may take a place from others that find new ones; last whatever still improves. The numbers drawn are the same in every
 * run and the number of trials depends on the input alone, so the same input gives the same map. */
#ifndef LABEL_LABEL_CHOICE_H
#define LABEL_LABEL_CHOICE_H

#include "label/label.h"

/* Gives each label its place, or none; what found none and had to is a finding. */
void mintu_labels_choose(mintu_labels *labels);

#endif
