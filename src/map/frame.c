#include "map/furniture.h"

/* The neat line. */
void mintu_frame_paint(mintu_scene *scene)
{
    cairo_t *cairo = scene->canvas.cairo;
    cairo_new_path(cairo);
    mintu_canvas_box(&scene->canvas, &scene->page.frame);
    mintu_canvas_color(&scene->canvas, MINTU_INK, 1);
    cairo_set_line_width(cairo, 1.1);
    cairo_set_line_join(cairo, CAIRO_LINE_JOIN_MITER);
    cairo_set_dash(cairo, NULL, 0, 0);
    cairo_stroke(cairo);
}
