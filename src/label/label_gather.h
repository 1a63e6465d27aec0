/* The texts of all symbol layers, each with the places where it could stand. */
#ifndef LABEL_LABEL_GATHER_H
#define LABEL_LABEL_GATHER_H

#include "label/label.h"

/* label_gather.c: texts of all symbol layers become labels with candidates. */
void mintu_labels_gather(mintu_scene *scene);

mintu_status mintu_labels_open(mintu_scene *scene);

void mintu_labels_free(mintu_labels *labels);

#endif
