#include "canvas/gradient.h"

mintu_gradient mintu_gradient_open(const mintu_box *bar)
{
    return (mintu_gradient){*bar, cairo_pattern_create_linear(0, bar->y0, 0, bar->y1)};
}

void mintu_gradient_add(mintu_gradient *gradient, double place, mintu_color color)
{
    cairo_pattern_add_color_stop_rgba(gradient->colors, place, color.red, color.green, color.blue, color.alpha);
}

void mintu_gradient_paint(mintu_gradient *gradient, mintu_canvas *canvas)
{
    mintu_canvas_box(canvas, &gradient->bar);
    cairo_set_source(canvas->cairo, gradient->colors);
    cairo_fill(canvas->cairo);
    cairo_pattern_destroy(gradient->colors);
    *gradient = (mintu_gradient){0};
}
