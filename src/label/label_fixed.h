/* The places of a text that is not free to choose, as the web has them: where text-anchor, text-offset and text-radial-offset say,
 * turned by text-rotate about its point; or at the first of the anchors of text-variable-anchor that is free. */
#ifndef LABEL_LABEL_FIXED_H
#define LABEL_LABEL_FIXED_H

#include "label/label.h"

/* Width and height of the lines of a run, as wide apart as text-line-height says, before it is turned. */
void mintu_label_block(const mintu_style_layer *layer, mintu_style_scope *scope, const mintu_run *run, double size[2]);

/* text-anchor, as mintu_anchor_side() has it, and text-offset or what text-radial-offset comes to for it, em. */
void mintu_label_anchor_read(const mintu_style_layer *layer, mintu_style_scope *scope, double side[2], double offset[2]);

/* The text in rows, in columns, or in both one after the other, as text-writing-mode says. */
void mintu_label_candidates_fixed(mintu_labels *labels, mintu_label *label, mintu_style_scope *scope);

#endif
