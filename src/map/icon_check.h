/* What drawing an SVG icon may cost, known before it is drawn: librsvg cannot be stopped once it has begun. */
#ifndef MAP_ICON_CHECK_H
#define MAP_ICON_CHECK_H

#include <mintu/status.h>
#include <stddef.h>

/* Upper bounds of what one drawing takes, everything counted as often as it is drawn. */
typedef struct mintu_icon_cost {
    double elements; /* a character of a text counts as 20 */
    double points;   /* bytes of path data, which are at least as many */
    double vertices; /* the same with dashes, and four times where joins are round */
    double length;   /* px of all outlines at the icon's own size */
    double layers;   /* images as large as the icon: of filters' steps, masks, groups that are not opaque */
    double work;     /* of filters, about 1 ns for each pixel of the icon */
} mintu_icon_cost;

/* Examines the text of the SVG file @p path. Refuses, with the line, what no icon needs and nothing bounds: pictures, patterns,
 * references out of the file or in a circle, selectors beyond names and classes; and what costs more than the README's limits. */
mintu_status mintu_icon_check(const char *text, size_t size, const char *path, mintu_error *error, mintu_icon_cost *out);

#endif
