/* The icons that styles can name without a sprite. */
#ifndef CANVAS_ICON_SHAPES_H
#define CANVAS_ICON_SHAPES_H

#include "canvas/cairo_use.h"

#include <stdbool.h>

#define MINTU_ICON_BOX 12.0 /* px: side of an icon's box at icon-size 1 */

/* Adds the outline of the icon @p name (mintu:circle square diamond triangle star), centred in a box of side @p size;
 * false for an unknown name. */
bool mintu_icon_path(cairo_t *cairo, const char *name, const double at[2], double size);

#endif
