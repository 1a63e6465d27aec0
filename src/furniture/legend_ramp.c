#include "furniture/legend_ramp.h"

#include "canvas/gradient.h"
#include "canvas/pen.h"
#include "furniture/furniture_look.h"
#include "furniture/legend_swatch.h"
#include "style/property_value.h"

#include <math.h>

static const double WIDTH = 14, TICK = 4, LEAST = 46; /* px on A4 */
static const double END = 2; /* px beyond the first and the last tick, since there the colour stays what it is */
enum { SLICES = 16 };        /* colours between two stops; a straight line between two of them is near enough */

static double line_height(const mintu_drawing *drawing)
{
    return mintu_type_body(&drawing->page) * 1.3;
}

/* Where a tick's number is in what the ramp interpolates by, which may be its logarithm or its root; rising. */
static double measure_at(const mintu_legend_row *row, double value, double first, double last)
{
    double at = mintu_key_measure(row->key, row->entry, value);
    return mintu_key_measure(row->key, row->entry, first) <= mintu_key_measure(row->key, row->entry, last) ? at : -at;
}

/* The least distance between two ticks as a share of the bar; 0 where two stand at one place. */
static double least_share(const mintu_legend_row *row)
{
    const mintu_key_entry *entry = mintu_key_at(row->key, row->entry);
    size_t last = entry->value_count - 1;
    double first = entry->values[0], end = entry->values[last], before = measure_at(row, first, first, end), least = 1;
    double span = measure_at(row, end, first, end) - before;
    for (size_t i = 1; i <= last && span > 0; i++) {
        double here = measure_at(row, entry->values[i], first, end);
        least = fmin(least, (here - before) / span);
        before = here;
    }
    return span > 0 ? fmax(least, 0) : 0;
}

/* Of a ramp over a root or a logarithm the middle of the bar is not the middle of the numbers: its stops have to stand where they are. */
static bool is_straight(const mintu_legend_row *row)
{
    const mintu_key_entry *entry = mintu_key_at(row->key, row->entry);
    double low = entry->values[0], high = entry->values[entry->value_count - 1];
    double ends[2] = {measure_at(row, low, low, high), measure_at(row, high, low, high)};
    return fabs(measure_at(row, (low + high) / 2, low, high) - (ends[0] + ends[1]) / 2) <= 1e-6 * fabs(ends[1] - ends[0]);
}

/* As high as its ticks need; higher where it is bent, so that they need not leave their places. */
static double bar_height(const mintu_drawing *drawing, const mintu_legend_row *row)
{
    static const double MOST = 14; /* lines */
    double line = line_height(drawing),
           height = fmax(LEAST * drawing->page.unit, (double)(row->count ? row->count - 1 : 0) * line * 1.25);
    if (row->count < 3 || is_straight(row))
        return height;
    double wanted = line / fmax(least_share(row), 1e-6) * 1.001;
    return wanted <= MOST * line ? fmax(height, wanted) : height;
}

/* The number between two ticks at a share of the way in what the ramp interpolates by. */
static double value_at(const mintu_legend_row *row, double low, double high, double share)
{
    double from = measure_at(row, low, low, high), to = measure_at(row, high, low, high), wanted = from + share * (to - from);
    double ends[2] = {low, high}, straight = low + share * (high - low);
    if (fabs(measure_at(row, straight, low, high) - wanted) <= 1e-9 * fabs(to - from))
        return straight;
    for (int i = 0; i < 60; i++) {
        double middle = (ends[0] + ends[1]) / 2;
        ends[measure_at(row, middle, low, high) >= wanted] = middle;
    }
    return ends[1];
}

/* Ticks stand where their numbers do, or at equal distances when they would lie over each other. */
double mintu_legend_ramp_place(const mintu_drawing *drawing, const mintu_legend *legend, const mintu_legend_row *row,
                               size_t tick)
{
    const mintu_legend_swatch *ticks = &legend->swatches[row->first];
    double last = (double)row->count - 1, first_value = row->count ? ticks[0].value : 0;
    double last_value = row->count ? ticks[row->count - 1].value : 0;
    double first_measure = measure_at(row, first_value, first_value, last_value);
    double span = measure_at(row, last_value, first_value, last_value) - first_measure, before = first_measure;
    double height = bar_height(drawing, row), end = END * drawing->page.unit, share = last > 0 ? (double)tick / last : 0.5;
    bool even = !(span > 0);
    for (size_t i = 1; !even && i < row->count; i++) {
        double here = measure_at(row, ticks[i].value, first_value, last_value);
        even = (here - before) / span * height < line_height(drawing);
        before = here;
    }
    if (!even)
        share = (measure_at(row, ticks[tick].value, first_value, last_value) - first_measure) / span;
    return (end + (1 - share) * height) / (height + 2 * end);
}

void mintu_legend_ramp_measure(const mintu_drawing *drawing, mintu_legend_row *row, double *width)
{
    *width = (WIDTH + TICK) * drawing->page.unit;
    row->height = bar_height(drawing, row) + 2 * END * drawing->page.unit + line_height(drawing);
}

mintu_box mintu_legend_ramp_bar(const mintu_drawing *drawing, const mintu_legend *legend, const mintu_legend_row *row,
                                const mintu_box *box)
{
    double middle = box->x0 + mintu_legend_swatch_x(&drawing->page, legend), half = WIDTH / 2 * drawing->page.unit;
    double y = box->y0 + row->top + line_height(drawing) / 2;
    return (mintu_box){middle - half, y, middle + half, y + bar_height(drawing, row) + 2 * END * drawing->page.unit};
}

static mintu_color color_at(mintu_drawing *drawing, const mintu_legend *legend, const mintu_legend_row *row, double value)
{
    mintu_legend_swatch swatch = legend->swatches[row->first];
    swatch.properties = mintu_key_sample(row->key, row->entry, value);
    mintu_memory_good(swatch.properties);
    mintu_style_scope scope = mintu_swatch_scope(drawing, &swatch);
    mintu_color color = mintu_swatch_color(drawing, &swatch, row->property, &scope);
    mintu_style_scope_free(&scope);
    return color;
}

static void add_colors(mintu_drawing *drawing, const mintu_legend *legend, const mintu_legend_row *row, mintu_gradient *bar)
{
    const mintu_legend_swatch *ticks = &legend->swatches[row->first];
    for (size_t i = 0; i < row->count; i++) {
        double place = mintu_legend_ramp_place(drawing, legend, row, i);
        double next = i + 1 < row->count ? mintu_legend_ramp_place(drawing, legend, row, i + 1) : place;
        for (int j = 0; j < (i + 1 < row->count ? SLICES : 1); j++) {
            double share = (double)j / SLICES;
            double value = i + 1 < row->count ? value_at(row, ticks[i].value, ticks[i + 1].value, share) : ticks[i].value;
            mintu_color color = color_at(drawing, legend, row, value);
            mintu_gradient_add(bar, place + share * (next - place), color);
        }
    }
}

/* A thin edge shows where a light colour ends. */
static void paint_ticks(mintu_drawing *drawing, const mintu_legend *legend, const mintu_legend_row *row, const mintu_box *bar)
{
    mintu_canvas *canvas = &drawing->canvas;
    mintu_canvas_box(canvas, bar);
    for (size_t i = 0; i < row->count; i++) {
        double y = bar->y0 + mintu_legend_ramp_place(drawing, legend, row, i) * (bar->y1 - bar->y0);
        mintu_canvas_segment(canvas, (const double[]){bar->x1, y}, (const double[]){bar->x1 + TICK * drawing->page.unit, y});
    }
    mintu_canvas_outline(canvas, &(mintu_pen){MINTU_INK_SOFT, 1, 0.6, false});
}

void mintu_legend_ramp_paint(mintu_drawing *drawing, const mintu_legend *legend, const mintu_legend_row *row,
                             const mintu_box *box)
{
    mintu_box bar = mintu_legend_ramp_bar(drawing, legend, row, box);
    mintu_gradient colors = mintu_gradient_open(&bar);
    add_colors(drawing, legend, row, &colors);
    mintu_gradient_paint(&colors, &drawing->canvas);
    mintu_canvas_forget(&drawing->canvas);
    paint_ticks(drawing, legend, row, &bar);
    for (size_t i = 0; i < row->count; i++) {
        size_t run = legend->swatches[row->first + i].run;
        double y = bar.y0 + mintu_legend_ramp_place(drawing, legend, row, i) * (bar.y1 - bar.y0);
        mintu_furniture_draw(drawing, run, box->x0 + mintu_legend_label_x(&drawing->page, legend),
                             y - mintu_furniture_height(drawing, run) / 2, MINTU_INK);
    }
}
