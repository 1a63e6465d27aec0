/* Numbers of an SVG icon. */
#ifndef CANVAS_ICON_NUMBERS_H
#define CANVAS_ICON_NUMBERS_H

#include "icon/icon_examination.h"

/* Numbers in a text, whatever stands between them: the sum of their absolute values; with units in px at most. */
double mintu_icon_numbers(const mintu_icon_examination *x, const char *text, bool units);

/* How much a list of transformations enlarges at most. */
double mintu_icon_scale(const char *text);

#endif
