/* Grid north, since the page stands on the grid; how far true north is off is said when it can be seen. */
#include "furniture/north_arrow.h"

#include "furniture/furniture.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static const double WIDTH = 11, HEIGHT = 24, GAP = 2.5; /* px on A4 */

void mintu_north_arrow_text(double degrees, const char *lang, char *out, size_t size)
{
    bool east = degrees > 0;
    *out = '\0';
    if (fabs(degrees) < 0.1)
        return;
    if (strcmp(lang, "en") == 0)
        snprintf(out, size, "true north %.1f° %s", fabs(degrees), east ? "east" : "west");
    else
        snprintf(out, size, "真北偏%s %.1f°", east ? "东" : "西", fabs(degrees));
}

static size_t convergence_text(mintu_scene *scene)
{
    char text[80];
    mintu_north_arrow_text(scene->page.convergence, scene->lang, text, sizeof text);
    return mintu_furniture_text(scene, text, mintu_type_small(scene), MINTU_WEIGHT_REGULAR, 0);
}

void mintu_north_arrow_measure(mintu_scene *scene, double size[2])
{
    double unit = scene->page.unit;
    size_t note = convergence_text(scene);
    size[0] = WIDTH * unit + 4;
    size[1] = HEIGHT * unit + GAP * unit + mintu_type_body(scene);
    if (note != MINTU_NO_RUN) {
        size[0] = fmax(size[0], mintu_text_run(&scene->text, note)->width);
        size[1] += mintu_type_small(scene) + GAP * unit;
    }
}

static void paint_half(mintu_scene *scene, const double tip[2], double side, bool filled)
{
    cairo_t *cairo = scene->canvas.cairo;
    double unit = scene->page.unit, height = HEIGHT * unit;
    cairo_move_to(cairo, tip[0], tip[1]);
    cairo_line_to(cairo, tip[0] + side * WIDTH / 2 * unit, tip[1] + height);
    cairo_line_to(cairo, tip[0], tip[1] + height * 0.78);
    cairo_close_path(cairo);
    mintu_canvas_color(&scene->canvas, filled ? MINTU_INK : (mintu_color){1, 1, 1, 1}, 1);
    cairo_fill_preserve(cairo);
    mintu_canvas_color(&scene->canvas, MINTU_INK, 1);
    cairo_set_line_width(cairo, 0.6);
    cairo_set_line_join(cairo, CAIRO_LINE_JOIN_ROUND);
    cairo_set_dash(cairo, NULL, 0, 0);
    cairo_stroke(cairo);
}

void mintu_north_arrow_paint(mintu_scene *scene, const mintu_furniture *furniture)
{
    const mintu_box *box = &furniture->north_box;
    double unit = scene->page.unit, centre = (box->x0 + box->x1) / 2;
    size_t letter = mintu_furniture_text(scene, mintu_word_text(MINTU_WORD_NORTH, scene->lang), mintu_type_body(scene),
                                         MINTU_WEIGHT_BOLD, 0);
    size_t note = convergence_text(scene);
    double tip[2] = {centre, box->y0 + mintu_type_body(scene) + GAP * unit};
    mintu_text_paint paint = {.color = MINTU_INK, .halo = {1, 1, 1, 0.9}, .halo_width = 1, .opacity = 1};
    if (letter == MINTU_NO_RUN)
        return;
    const mintu_run *run = mintu_text_run(&scene->text, letter);
    mintu_text_draw(&scene->canvas, run, centre - run->width / 2, box->y0, &paint);
    paint_half(scene, tip, -1, true);
    paint_half(scene, tip, 1, false);
    if (note == MINTU_NO_RUN)
        return;
    run = mintu_text_run(&scene->text, note);
    mintu_text_draw(&scene->canvas, run, centre - run->width / 2, tip[1] + (HEIGHT + GAP) * unit, &paint);
}
