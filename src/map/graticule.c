/* Meridians and parallels, when the layout asks for them, numbered inside the neat line. */
#include "map/furniture.h"
#include "map/label.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

enum { STEPS = 64, MOST_LINES = 60 };

/* About five lines across the frame. */
static double graticule_step(const double extent[4])
{
    static const double ROUND[] = {1.0 / 60, 1.0 / 30, 1.0 / 12, 1.0 / 6, 0.25, 0.5, 1, 2, 5, 10, 15, 30};
    double span = fmax(extent[2] - extent[0], extent[3] - extent[1]);
    for (size_t i = 0; i < sizeof ROUND / sizeof *ROUND; i++)
        if (span / ROUND[i] <= 7)
            return ROUND[i];
    return 30;
}

static bool frame_extent(mintu_scene *scene, double extent[4])
{
    const mintu_page *page = &scene->page;
    double xy[8 * STEPS];
    double half[2] = {(page->frame.x1 - page->frame.x0) / 2 / page->px_per_metre,
                      (page->frame.y1 - page->frame.y0) / 2 / page->px_per_metre};
    for (int i = 0; i < STEPS; i++) {
        double part = 2.0 * i / (STEPS - 1) - 1;
        double edges[8] = {part * half[0], -half[1],       part * half[0], half[1],
                           -half[0],       part * half[1], half[0],        part * half[1]};
        for (int j = 0; j < 8; j++)
            xy[8 * i + j] = page->metres[j % 2] + edges[j];
    }
    if (mintu_projection_inverse(scene->projection, xy, 4 * STEPS, scene->error) != MINTU_STATUS_OK)
        return false;
    mintu_box box = {INFINITY, INFINITY, -INFINITY, -INFINITY};
    for (int i = 0; i < 4 * STEPS; i++)
        if (isfinite(xy[2 * i]) && isfinite(xy[2 * i + 1]))
            mintu_box_add(&box, xy[2 * i], xy[2 * i + 1]);
    extent[0] = box.x0, extent[1] = box.y0, extent[2] = box.x1, extent[3] = box.y1;
    return box.x0 < box.x1;
}

static void number_text(double degrees, bool meridian, char *out, size_t size)
{
    const char *side = meridian ? degrees < 0 ? "W" : "E" : degrees < 0 ? "S" : "N";
    double minutes = round(fabs(degrees) * 60);
    if (fmod(minutes, 60) == 0)
        snprintf(out, size, "%.0f°%s", minutes / 60, side);
    else
        snprintf(out, size, "%.0f°%02.0f′%s", floor(minutes / 60), fmod(minutes, 60), side);
}

/* The number stands where the line enters the frame: at the top of a meridian, at the left of a parallel. */
static void draw_number(mintu_scene *scene, const double *xy, double degrees, bool meridian)
{
    char text[40];
    const mintu_box *frame = &scene->page.frame;
    mintu_text_paint paint = {.color = MINTU_INK_SOFT, .halo = {1, 1, 1, 0.8}, .halo_width = 1, .opacity = 1};
    number_text(degrees, meridian, text, sizeof text);
    size_t run = mintu_furniture_text(scene, text, mintu_type_small(scene), MINTU_WEIGHT_REGULAR, 0);
    for (int i = 0; run != MINTU_NO_RUN && i + 1 < STEPS; i++) {
        const double *a = xy + 2 * i, *b = a + 2;
        int axis = meridian ? 1 : 0;
        double edge = meridian ? frame->y0 : frame->x0, span = b[axis] - a[axis];
        if ((a[axis] - edge) * (b[axis] - edge) > 0 || span == 0)
            continue;
        double at = a[1 - axis] + (edge - a[axis]) / span * (b[1 - axis] - a[1 - axis]);
        const mintu_run *shaped = mintu_text_run(&scene->text, run);
        double x = meridian ? at + 2 : edge + 3, y = meridian ? edge + 3 : at - shaped->height - 1;
        mintu_box box = {x, y, x + shaped->width, y + shaped->height};
        if (mintu_box_within(&box, frame) &&
            mintu_collision_query(&scene->labels->collision, &box, MINTU_UNPLACED, NULL, 0) == 0)
            mintu_text_draw(&scene->canvas, shaped, x, y, &paint);
    }
}

static void draw_line(mintu_scene *scene, double degrees, bool meridian, const double extent[4])
{
    double xy[2 * STEPS];
    for (int i = 0; i < STEPS; i++) {
        double part = (double)i / (STEPS - 1);
        xy[2 * i] = meridian ? degrees : extent[0] + part * (extent[2] - extent[0]);
        xy[2 * i + 1] = meridian ? extent[1] + part * (extent[3] - extent[1]) : degrees;
    }
    if (mintu_projection_forward(scene->projection, xy, STEPS, scene->error) != MINTU_STATUS_OK)
        return;
    for (int i = 0; i < STEPS; i++)
        mintu_page_place(&scene->page, xy + 2 * i);
    mintu_canvas_path(&scene->canvas, xy, STEPS, false, 1);
    mintu_canvas_color(&scene->canvas, MINTU_INK_SOFT, 0.45);
    cairo_set_line_width(scene->canvas.cairo, 0.4);
    cairo_set_dash(scene->canvas.cairo, NULL, 0, 0);
    cairo_stroke(scene->canvas.cairo);
    draw_number(scene, xy, degrees, meridian);
}

void mintu_graticule_paint(mintu_scene *scene)
{
    double extent[4];
    if (!frame_extent(scene, extent))
        return;
    double step = graticule_step(extent);
    for (int axis = 0; axis < 2; axis++) {
        double first = ceil(extent[axis] / step), last = floor(extent[axis + 2] / step);
        for (double line = first; line <= last && line < first + MOST_LINES; line++)
            draw_line(scene, line * step, axis == 0, extent);
    }
}
