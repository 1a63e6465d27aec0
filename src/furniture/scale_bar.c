#include "furniture/scale_bar.h"

#include "furniture/furniture.h"

#include <math.h>
#include <stdio.h>

static const double PADDING = 6, BAR_HEIGHT = 3.2; /* px */

double mintu_scale_bar_px(const mintu_scene *scene, double metres)
{
    return metres * scene->page.stretch * scene->page.px_per_metre;
}

/* The largest length of 1, 2 or 5 times a power of ten that stays within a quarter of the frame. */
static double bar_length(const mintu_scene *scene)
{
    double most = fmin((scene->page.frame.x1 - scene->page.frame.x0) * 0.26, 62 * MINTU_MM * scene->page.unit);
    double metres = most / mintu_scale_bar_px(scene, 1), power = pow(10, floor(log10(metres)));
    return metres >= 5 * power ? 5 * power : metres >= 2 * power ? 2 * power : power;
}

/* The number @p metres of a bar that is @p whole metres long, with its unit. */
static size_t mark_text(mintu_scene *scene, double metres, double whole, bool unit)
{
    char text[60];
    bool kilometres = whole >= 1000;
    const char *word = mintu_word_text(kilometres ? MINTU_WORD_KILOMETRES : MINTU_WORD_METRES, scene->lang);
    snprintf(text, sizeof text, unit ? "%g %s" : "%g", kilometres ? metres / 1000 : metres, word);
    return mintu_furniture_text(scene, text, mintu_type_small(scene), MINTU_WEIGHT_REGULAR, 0);
}

static size_t ratio_text(mintu_scene *scene)
{
    char number[40], text[60];
    mintu_number_grouped(scene->page.scale, number, sizeof number);
    snprintf(text, sizeof text, "1:%s", number);
    return mintu_furniture_text(scene, text, mintu_type_body(scene), MINTU_WEIGHT_REGULAR, 0);
}

static double run_width(const mintu_scene *scene, size_t run)
{
    return run == MINTU_NO_RUN ? 0 : mintu_text_run(&scene->text, run)->width;
}

void mintu_scale_bar_measure(mintu_scene *scene, mintu_furniture *furniture, double size[2])
{
    double metres = furniture->bar_metres = bar_length(scene);
    double length = mintu_scale_bar_px(scene, metres);
    double last = run_width(scene, mark_text(scene, metres, metres, true));
    double zero = run_width(scene, mark_text(scene, 0, metres, false));
    size[0] = fmax(zero / 2 + length + last - zero / 2, run_width(scene, ratio_text(scene))) + 2 * PADDING;
    size[1] = mintu_type_body(scene) + mintu_type_small(scene) + BAR_HEIGHT + 7 * scene->page.unit + 2 * PADDING;
}

static void paint_bar(mintu_scene *scene, double x, double y, double length)
{
    enum { PIECES = 4 };
    cairo_t *cairo = scene->canvas.cairo;
    mintu_box whole = {x, y, x + length, y + BAR_HEIGHT};
    mintu_canvas_box(&scene->canvas, &whole);
    cairo_set_source_rgb(cairo, 1, 1, 1);
    cairo_fill(cairo);
    mintu_canvas_color(&scene->canvas, MINTU_INK, 1);
    for (int i = 0; i < PIECES; i += 2) {
        mintu_box piece = {x + length * i / PIECES, y, x + length * (i + 1) / PIECES, y + BAR_HEIGHT};
        mintu_canvas_box(&scene->canvas, &piece);
        cairo_fill(cairo);
    }
    mintu_canvas_box(&scene->canvas, &whole);
    cairo_set_line_width(cairo, 0.6);
    cairo_stroke(cairo);
}

/* The ratio above, the bar, and 0, the half and the whole below; each number stands centred under its mark. */
void mintu_scale_bar_paint(mintu_scene *scene, const mintu_furniture *furniture)
{
    const mintu_box *box = &furniture->bar_box;
    double metres = furniture->bar_metres, length = mintu_scale_bar_px(scene, metres), gap = 3.5 * scene->page.unit;
    size_t zero = mark_text(scene, 0, metres, false), half = mark_text(scene, metres / 2, metres, false);
    size_t whole = mark_text(scene, metres, metres, false), unit = mark_text(scene, metres, metres, true);
    double x = box->x0 + PADDING + run_width(scene, zero) / 2, y = box->y0 + PADDING;
    mintu_furniture_panel(scene, box, MINTU_INK_SOFT);
    mintu_furniture_draw(scene, ratio_text(scene), box->x0 + PADDING, y, MINTU_INK);
    y += mintu_type_body(scene) + gap;
    paint_bar(scene, x, y, length);
    y += BAR_HEIGHT + gap;
    mintu_furniture_draw(scene, zero, x - run_width(scene, zero) / 2, y, MINTU_INK);
    mintu_furniture_draw(scene, half, x + length / 2 - run_width(scene, half) / 2, y, MINTU_INK);
    mintu_furniture_draw(scene, unit, x + length - run_width(scene, whole) / 2, y, MINTU_INK);
}
