/* Where a label could stand around its symbol. Every candidate of every kind passes mintu_label_candidate_add(). */
#ifndef LABEL_LABEL_CANDIDATES_H
#define LABEL_LABEL_CANDIDATES_H

#include "label/label.h"

/* What the turned text of a run covers with its halo when its centre stands at x, y. */
mintu_box mintu_label_text_box(const mintu_scene *scene, const mintu_label *label, size_t run, const double at[3]);

/* label_candidates.c: candidates around a point; around or inside an area; and one candidate for all of them, which is left out
 * when furniture, a symbol or the frame is in its way. */
void mintu_label_candidates_point(mintu_scene *scene, mintu_label *label, const mintu_style_layer *layer,
                                  mintu_style_scope *scope, bool area);

void mintu_label_candidate_add(mintu_scene *scene, mintu_label *label, const mintu_candidate *candidate);

/* From the box to the edge of the label's symbol, px; 0 when they meet. */
double mintu_label_distance(const mintu_label *label, const mintu_box *box);

#endif
