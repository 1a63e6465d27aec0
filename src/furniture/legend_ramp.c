/* A ramp: a bar of the colours that lie between the stops of an expression, with a tick for each stop. */
#include "furniture/legend_ramp.h"

#include "furniture/furniture.h"
#include "furniture/legend_swatch.h"
#include "style/property_value.h"

#include <math.h>

static const double WIDTH = 14, TICK = 4, LEAST = 46; /* px on A4 */
static const double END = 2; /* px beyond the first and the last tick, since there the colour stays what it is */
enum { SLICES = 16 };        /* colours between two stops; a straight line between two of them is near enough */

static double line_height(const mintu_scene *scene)
{
    return mintu_type_body(scene) * 1.3;
}

static double bar_height(const mintu_scene *scene, const mintu_legend_row *row)
{
    return fmax(LEAST * scene->page.unit, (double)(row->count ? row->count - 1 : 0) * line_height(scene) * 1.25);
}

/* Ticks stand where their numbers do, or at equal distances when they would lie over each other. */
double mintu_legend_ramp_place(const mintu_scene *scene, const mintu_legend *legend, const mintu_legend_row *row, size_t tick)
{
    const mintu_legend_swatch *ticks = &legend->swatches[row->first];
    double last = (double)row->count - 1, span = row->count ? ticks[row->count - 1].value - ticks[0].value : 0;
    double height = bar_height(scene, row), end = END * scene->page.unit, share = last > 0 ? (double)tick / last : 0.5;
    bool even = !(span > 0);
    for (size_t i = 1; !even && i < row->count; i++)
        even = (ticks[i].value - ticks[i - 1].value) / span * height < line_height(scene);
    if (!even)
        share = (ticks[tick].value - ticks[0].value) / span;
    return (end + (1 - share) * height) / (height + 2 * end);
}

void mintu_legend_ramp_measure(const mintu_scene *scene, const mintu_legend *legend, mintu_legend_row *row, double *width)
{
    (void)legend;
    *width = (WIDTH + TICK) * scene->page.unit;
    row->height = bar_height(scene, row) + 2 * END * scene->page.unit + line_height(scene);
}

mintu_box mintu_legend_ramp_bar(const mintu_scene *scene, const mintu_legend *legend, const mintu_legend_row *row, double left,
                                double top)
{
    double middle = left + mintu_legend_swatch_x(scene, legend), half = WIDTH / 2 * scene->page.unit;
    double y = top + line_height(scene) / 2;
    return (mintu_box){middle - half, y, middle + half, y + bar_height(scene, row) + 2 * END * scene->page.unit};
}

static mintu_color color_at(mintu_scene *scene, const mintu_legend *legend, const mintu_legend_row *row, double value)
{
    mintu_legend_swatch swatch = legend->swatches[row->first];
    swatch.properties = mintu_key_sample(row->key, row->entry, value);
    if (!swatch.properties)
        scene->failed = true;
    mintu_style_scope scope = mintu_swatch_scope(scene, &swatch);
    mintu_color color = mintu_swatch_color(scene, &swatch, row->property, &scope);
    mintu_style_scope_free(&scope);
    return color;
}

static void add_colors(mintu_scene *scene, const mintu_legend *legend, const mintu_legend_row *row, cairo_pattern_t *bar)
{
    const mintu_legend_swatch *ticks = &legend->swatches[row->first];
    for (size_t i = 0; i < row->count; i++) {
        double place = mintu_legend_ramp_place(scene, legend, row, i);
        double next = i + 1 < row->count ? mintu_legend_ramp_place(scene, legend, row, i + 1) : place;
        for (int j = 0; j < (i + 1 < row->count ? SLICES : 1); j++) {
            double share = (double)j / SLICES;
            double value = i + 1 < row->count ? ticks[i].value + share * (ticks[i + 1].value - ticks[i].value) : ticks[i].value;
            mintu_color color = color_at(scene, legend, row, value);
            cairo_pattern_add_color_stop_rgba(bar, place + share * (next - place), color.red, color.green, color.blue,
                                              color.alpha);
        }
    }
}

/* A thin edge shows where a light colour ends. */
static void paint_ticks(mintu_scene *scene, const mintu_legend *legend, const mintu_legend_row *row, const mintu_box *bar)
{
    cairo_t *cairo = scene->canvas.cairo;
    mintu_canvas_box(&scene->canvas, bar);
    for (size_t i = 0; i < row->count; i++) {
        double y = bar->y0 + mintu_legend_ramp_place(scene, legend, row, i) * (bar->y1 - bar->y0);
        cairo_move_to(cairo, bar->x1, y);
        cairo_line_to(cairo, bar->x1 + TICK * scene->page.unit, y);
    }
    mintu_canvas_color(&scene->canvas, MINTU_INK_SOFT, 1);
    cairo_set_line_width(cairo, 0.6);
    cairo_set_dash(cairo, NULL, 0, 0);
    cairo_stroke(cairo);
}

static void paint_numbers(mintu_scene *scene, const mintu_legend *legend, const mintu_legend_row *row, double x,
                          const mintu_box *bar)
{
    for (size_t i = 0; i < row->count; i++) {
        size_t run = legend->swatches[row->first + i].run;
        double y = bar->y0 + mintu_legend_ramp_place(scene, legend, row, i) * (bar->y1 - bar->y0);
        if (run != MINTU_NO_RUN)
            mintu_furniture_draw(scene, run, x, y - mintu_text_run(&scene->text, run)->height / 2, MINTU_INK);
    }
}

void mintu_legend_ramp_paint(mintu_scene *scene, const mintu_legend *legend, const mintu_legend_row *row, double left,
                             double top)
{
    cairo_t *cairo = scene->canvas.cairo;
    mintu_box bar = mintu_legend_ramp_bar(scene, legend, row, left, top);
    cairo_pattern_t *colors = cairo_pattern_create_linear(0, bar.y0, 0, bar.y1);
    add_colors(scene, legend, row, colors);
    mintu_canvas_box(&scene->canvas, &bar);
    cairo_set_source(cairo, colors);
    cairo_fill(cairo);
    cairo_pattern_destroy(colors);
    cairo_new_path(cairo);
    paint_ticks(scene, legend, row, &bar);
    paint_numbers(scene, legend, row, left + mintu_legend_label_x(scene, legend), &bar);
}
