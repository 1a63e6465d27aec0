/* What drawing an SVG icon may cost, known before it is drawn: librsvg cannot be stopped once it has begun. */
#ifndef CANVAS_ICON_CHECK_H
#define CANVAS_ICON_CHECK_H

#include "icon/icon_cost.h"

#include <mintu/status.h>
#include <stddef.h>

/* Examines the text of the SVG file @p path. Refuses, with the line, what no icon needs and nothing bounds: pictures, patterns,
 * references out of the file or in a circle, selectors beyond names and classes; and what costs more than the README's limits. */
mintu_status mintu_icon_check(const char *text, size_t size, const char *path, mintu_error *error, mintu_icon_cost *out);

#endif
