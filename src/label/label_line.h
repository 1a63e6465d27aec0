/* Texts that follow a line, letter by letter, on a smoothed course so that the letters stand quietly. */
#ifndef LABEL_LABEL_LINE_H
#define LABEL_LABEL_LINE_H

#include "label/label.h"

/* label_line.c: candidates along a line, letter by letter; one label for each stretch of symbol-spacing. */
void mintu_label_candidates_line(mintu_scene *scene, mintu_label *label, const mintu_style_layer *layer,
                                 mintu_style_scope *scope, const mintu_plot_row *row);

#endif
