/* The texts of all symbol layers become labels, each with the places where it could stand. */
#ifndef LABEL_LABEL_GATHER_H
#define LABEL_LABEL_GATHER_H

#include "label/label.h"

/* No labels yet, and nothing in their way; mintu_labels_free() after use. */
mintu_status mintu_labels_open(mintu_labels *labels, mintu_drawing *drawing);
void mintu_labels_free(mintu_labels *labels);

/* Gathers the labels of all layers that are drawn. Furniture and symbols must stand in the collision index already. */
void mintu_labels_gather(mintu_labels *labels);

#endif
