/* How busy the map is below a label: the lines that its text would cross, by their weight. */
#ifndef LABEL_GROUND_H
#define LABEL_GROUND_H

#include "canvas/drawing.h"

/* Sums of line weight over cells above and left of each corner, so that a box's sum takes four look-ups. */
typedef struct mintu_ground {
    mintu_box area;
    size_t columns, lines;
    float *sums;
} mintu_ground;

/* Walks along every line that the style draws. Leaves the ground empty, where all weights are 0, when memory ran out. */
void mintu_ground_open(mintu_ground *ground, mintu_drawing *drawing);
void mintu_ground_free(mintu_ground *ground);

/* Weight of the lines in a box per width of the box: about 1 for one thin line across it. */
double mintu_ground_weight(const mintu_ground *ground, const mintu_box *box);

#endif
