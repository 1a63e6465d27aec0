/* Which place each label gets: first the important ones, each the best place that is free; then by simulated annealing, in which a
 * label may take a place from others that find new ones; last whatever still improves. The numbers drawn are the same in every
 * run and the number of trials depends on the input alone, so the same input gives the same map. */
#ifndef LABEL_LABEL_CHOICE_H
#define LABEL_LABEL_CHOICE_H

#include "label/label.h"

/* label_choice.c: chooses. */
void mintu_labels_choose(mintu_scene *scene);

#endif
