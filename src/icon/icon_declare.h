/* What the attributes and styles of an SVG icon's elements say about the cost of drawing. */
#ifndef CANVAS_ICON_DECLARE_H
#define CANVAS_ICON_DECLARE_H

#include "icon/icon_examination.h"

/* Takes in what the element's attributes and the rules for it say. */
bool mintu_icon_declare(mintu_icon_examination *x, mintu_icon_element *element);

#endif
