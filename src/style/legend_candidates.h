/* Made-up features for every case of an expression: combinations of the values next to which it decides. */
#ifndef STYLE_LEGEND_CANDIDATES_H
#define STYLE_LEGEND_CANDIDATES_H

#include "style/legend_classes.h"

void mintu_candidates_each(const mintu_node *node, mintu_candidate_fn *try, void *user);

#endif
