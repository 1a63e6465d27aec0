#include "canvas/icon_shapes.h"

#include "base/earth.h"

#include <math.h>
#include <string.h>

/* A polygon of @p count corners on a circle, the first at the top; every second corner at @p inner of the radius. */
static void corners(cairo_t *cairo, double x, double y, double radius, int count, double inner)
{
    for (int i = 0; i < count; i++) {
        double angle = 2 * MINTU_PI * i / count - MINTU_PI / 2, reach = i % 2 ? radius * inner : radius;
        cairo_line_to(cairo, x + reach * cos(angle), y + reach * sin(angle));
    }
    cairo_close_path(cairo);
}

bool mintu_icon_path(cairo_t *cairo, const char *name, double x, double y, double size)
{
    double half = size / 2, side = 0.443 * size; /* all shapes come to about the same area */
    cairo_new_sub_path(cairo);
    if (strcmp(name, "mintu:circle") == 0) {
        cairo_arc(cairo, x, y, half, 0, 2 * MINTU_PI);
        cairo_close_path(cairo);
    } else if (strcmp(name, "mintu:square") == 0) {
        cairo_rectangle(cairo, x - side, y - side, 2 * side, 2 * side);
    } else if (strcmp(name, "mintu:diamond") == 0) {
        corners(cairo, x, y, half * 1.2, 4, 1);
    } else if (strcmp(name, "mintu:triangle") == 0) {
        corners(cairo, x, y + half * 0.2, half * 1.25, 3, 1);
    } else if (strcmp(name, "mintu:star") == 0) {
        corners(cairo, x, y + half * 0.05, half * 1.3, 10, 0.45);
    } else {
        return false;
    }
    return true;
}
