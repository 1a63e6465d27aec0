/* The one place of a text that follows a line as the web has it: each letter stands on the piece of the line that it is over. */
#ifndef LABEL_LABEL_PATH_H
#define LABEL_LABEL_PATH_H

#include "label/label.h"

/* px along the line that a text needs which may come to stand in a column: with ideographs, and @p upright, text-keep-upright. */
double mintu_path_text_length(mintu_labels *labels, size_t run, bool upright);

/* The candidate with its anchor @p distance px along the label's part; none where the line is too short for the text. */
void mintu_label_candidates_path(mintu_labels *labels, mintu_label *label, mintu_style_scope *scope, double distance);

#endif
