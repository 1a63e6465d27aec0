/* The locator: the areas of one source, small, and on them the box that the map shows. It is the map itself in small, so that
 * its box is true whatever the projection. */
#ifndef FURNITURE_INSET_H
#define FURNITURE_INSET_H

#include "furniture/furniture.h"

bool mintu_inset_measure(mintu_furniture *furniture, double size[2]); /* false: none is wanted */

void mintu_inset_paint(const mintu_furniture *furniture);

/* Where a place of the page stands in the inset: x, y in place. */
void mintu_inset_place(const mintu_furniture *furniture, double xy[2]);

#endif
