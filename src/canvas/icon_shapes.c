#include "canvas/icon_shapes.h"

#include "base/earth.h"

#include <math.h>
#include <string.h>

/* Polygons of corners on a circle, the first at the top; every second corner at @ref inner of the radius. Radius and middle (how far
 * down) in halves of the box: all shapes come to about the same area. */
static const struct shape {
    const char *name;
    int corners;
    double radius, down, inner;
} SHAPES[] = {{"mintu:diamond", 4, 1.2, 0, 1}, {"mintu:triangle", 3, 1.25, 0.2, 1}, {"mintu:star", 10, 1.3, 0.05, 0.45}};

static void add_corners(cairo_t *cairo, const struct shape *shape, const double at[2], double half)
{
    double radius = half * shape->radius;
    for (int i = 0; i < shape->corners; i++) {
        double angle = 2 * MINTU_PI * i / shape->corners - MINTU_PI / 2, reach = i % 2 ? radius * shape->inner : radius;
        cairo_line_to(cairo, at[0] + reach * cos(angle), at[1] + half * shape->down + reach * sin(angle));
    }
    cairo_close_path(cairo);
}

bool mintu_icon_path(cairo_t *cairo, const char *name, const double at[2], double size)
{
    double half = size / 2, side = 0.443 * size;
    cairo_new_sub_path(cairo);
    if (strcmp(name, "mintu:circle") == 0) {
        cairo_arc(cairo, at[0], at[1], half, 0, 2 * MINTU_PI);
        cairo_close_path(cairo);
        return true;
    }
    if (strcmp(name, "mintu:square") == 0) {
        cairo_rectangle(cairo, at[0] - side, at[1] - side, 2 * side, 2 * side);
        return true;
    }
    for (size_t i = 0; i < sizeof SHAPES / sizeof *SHAPES; i++)
        if (strcmp(name, SHAPES[i].name) == 0) {
            add_corners(cairo, &SHAPES[i], at, half);
            return true;
        }
    return false;
}
