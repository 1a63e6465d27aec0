/* What drawing an SVG icon's elements costs: each pays for itself, for its children, and for what it refers to as often as that
 * may be drawn. The sum is an upper bound, whatever the cascade of styles makes of it. */
#ifndef CANVAS_ICON_PRICE_H
#define CANVAS_ICON_PRICE_H

#include "icon/icon_examination.h"

/* Adds @p times the cost of @p part. */
void mintu_icon_add(mintu_icon_cost *sum, const mintu_icon_cost *part, double times);

/* The price of drawing the element. False when something leads in a circle, is too deep or is not allowed there. */
bool mintu_icon_price(mintu_icon_examination *x, mintu_icon_element *element);

#endif
