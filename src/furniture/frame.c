#include "furniture/frame.h"

#include "furniture/furniture.h"

double mintu_frame_band(const mintu_scene *scene)
{
    return scene->layout->graticule ? mintu_type_small(scene) * 1.5 : 0;
}

static void paint_box(mintu_scene *scene, const mintu_box *box, double width)
{
    cairo_t *cairo = scene->canvas.cairo;
    cairo_new_path(cairo);
    mintu_canvas_box(&scene->canvas, box);
    mintu_canvas_color(&scene->canvas, MINTU_INK, 1);
    cairo_set_line_width(cairo, width);
    cairo_set_line_join(cairo, CAIRO_LINE_JOIN_MITER);
    cairo_set_dash(cairo, NULL, 0, 0);
    cairo_stroke(cairo);
}

/* The neat line; two with a band between them when the graticule is numbered. */
void mintu_frame_paint(mintu_scene *scene)
{
    double band = mintu_frame_band(scene);
    mintu_box outer = mintu_box_grown(scene->page.frame, band);
    if (band > 0)
        paint_box(scene, &scene->page.frame, 0.6);
    paint_box(scene, &outer, 1.1);
}
