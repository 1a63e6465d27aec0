/* What drawing an SVG icon takes. */
#ifndef CANVAS_ICON_COST_H
#define CANVAS_ICON_COST_H

/* Upper bounds of what one drawing takes, everything counted as often as it is drawn. */
typedef struct mintu_icon_cost {
    double elements; /* a character of a text counts as 20 */
    double points;   /* bytes of path data, which are at least as many */
    double vertices; /* the same with dashes, and four times where joins are round */
    double length;   /* px of all outlines at the icon's own size */
    double layers;   /* images as large as the icon: of filters' steps, masks, groups that are not opaque */
    double work;     /* of filters, about 1 ns for each pixel of the icon */
} mintu_icon_cost;

#endif
