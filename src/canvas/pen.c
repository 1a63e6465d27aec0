#include "canvas/pen.h"

#include "base/earth.h"

void mintu_canvas_corners(mintu_canvas *canvas, const double *xy, size_t count, bool ring)
{
    cairo_new_sub_path(canvas->cairo);
    for (size_t i = 0; i < count; i++)
        cairo_line_to(canvas->cairo, xy[2 * i], xy[2 * i + 1]);
    if (ring)
        cairo_close_path(canvas->cairo);
}

void mintu_canvas_disc(mintu_canvas *canvas, double x, double y, double radius)
{
    cairo_new_sub_path(canvas->cairo);
    cairo_arc(canvas->cairo, x, y, radius, 0, 2 * MINTU_PI);
}

void mintu_canvas_fill(mintu_canvas *canvas, mintu_color color, double opacity)
{
    if (!mintu_canvas_may_fill(canvas))
        return;
    mintu_canvas_color(canvas, color, opacity);
    cairo_fill_preserve(canvas->cairo);
}

void mintu_canvas_outline(mintu_canvas *canvas, const mintu_pen *pen)
{
    mintu_canvas_color(canvas, pen->color, pen->opacity);
    cairo_set_line_width(canvas->cairo, pen->width);
    cairo_set_line_cap(canvas->cairo, CAIRO_LINE_CAP_BUTT);
    cairo_set_line_join(canvas->cairo, pen->round ? CAIRO_LINE_JOIN_ROUND : CAIRO_LINE_JOIN_MITER);
    cairo_set_dash(canvas->cairo, NULL, 0, 0);
    mintu_canvas_stroke(canvas, false);
}

void mintu_canvas_go(mintu_canvas *canvas, const double at[2], double angle, double scale)
{
    cairo_save(canvas->cairo);
    cairo_translate(canvas->cairo, at[0], at[1]);
    cairo_rotate(canvas->cairo, angle);
    cairo_scale(canvas->cairo, scale, scale);
}

void mintu_canvas_back(mintu_canvas *canvas)
{
    cairo_restore(canvas->cairo);
}
