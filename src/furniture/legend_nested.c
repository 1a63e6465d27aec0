/* Circles in each other, standing on one line, the largest first, with leaders to what each size stands for. */
#include "furniture/legend_nested.h"

#include "canvas/paint.h"
#include "canvas/paint_circle.h"
#include "furniture/furniture.h"
#include "furniture/legend_swatch.h"
#include "style/property_value.h"
#include "style/style_layer.h"

#include <math.h>

static double line_height(const mintu_scene *scene)
{
    return mintu_type_body(scene) * 1.3;
}

static mintu_circle_look look_of(const mintu_scene *scene, const mintu_legend_swatch *swatch)
{
    mintu_style_scope scope = mintu_swatch_scope(scene, swatch);
    mintu_circle_look look = mintu_circle_look_of(mintu_style_layer_at(scene->style, swatch->layer), &scope);
    mintu_style_scope_free(&scope);
    look.shift[0] = look.shift[1] = 0;
    return look;
}

static double reach(const mintu_circle_look *look)
{
    return look->radius + look->stroke_width;
}

static double largest(const mintu_scene *scene, const mintu_legend *legend, const mintu_legend_row *row)
{
    double out = 0;
    for (size_t i = 0; i < row->count; i++) {
        mintu_circle_look look = look_of(scene, &legend->swatches[row->first + i]);
        out = fmax(out, reach(&look));
    }
    return out;
}

/* Labels stand at the tops of their circles, but for the room that a line needs; the last one may reach below the circles. */
void mintu_legend_nested_measure(mintu_scene *scene, const mintu_legend *legend, mintu_legend_row *row, double *width)
{
    double radius = largest(scene, legend, row);
    *width = 2 * radius;
    row->height = fmax(2 * radius, (double)(row->count ? row->count - 1 : 0) * line_height(scene)) + line_height(scene);
}

/* Circles that have no line of their own get a thin one, or they would be one blot. */
static void paint_circle(mintu_scene *scene, mintu_circle_look look, double x, double bottom)
{
    mintu_circle_look_draw(&scene->canvas, &look, x, bottom - reach(&look));
    if (look.stroke_width > 0 && look.stroke.alpha > 0)
        return;
    look.color.alpha = 0;
    look.stroke = MINTU_INK_SOFT;
    look.stroke_width = 0.6;
    mintu_circle_look_draw(&scene->canvas, &look, x, bottom - look.radius);
}

static void paint_leader(mintu_scene *scene, const double from[2], const double to[2])
{
    cairo_t *cairo = scene->canvas.cairo;
    cairo_new_path(cairo);
    cairo_move_to(cairo, from[0], from[1]);
    if (fabs(to[1] - from[1]) > 0.5) /* level at first, so that it leaves the circles before it turns */
        cairo_line_to(cairo, to[0] - 5 * scene->page.unit, from[1]);
    cairo_line_to(cairo, to[0], to[1]);
    mintu_canvas_color(&scene->canvas, MINTU_INK_SOFT, 1);
    cairo_set_line_width(cairo, 0.5);
    cairo_set_dash(cairo, NULL, 0, 0);
    cairo_stroke(cairo);
}

void mintu_legend_nested_paint(mintu_scene *scene, const mintu_legend *legend, const mintu_legend_row *row, double left,
                               double top)
{
    double x = left + mintu_legend_swatch_x(scene, legend), label = left + mintu_legend_label_x(scene, legend);
    double y = top + line_height(scene) / 2, bottom = y + 2 * largest(scene, legend, row);
    double spread = (double)(row->count ? row->count - 1 : 0) * line_height(scene);
    if (bottom - y < spread) /* small circles stand in the middle of their labels */
        bottom += (spread - (bottom - y)) / 2;
    for (size_t i = 0; i < row->count; i++)
        paint_circle(scene, look_of(scene, &legend->swatches[row->first + i]), x, bottom);
    for (size_t i = 0; i < row->count; i++) {
        const mintu_legend_swatch *swatch = &legend->swatches[row->first + i];
        mintu_circle_look look = look_of(scene, swatch);
        double circle_top = bottom - 2 * reach(&look), left_over = (double)(row->count - 1 - i) * line_height(scene);
        double lowest = top + row->height - line_height(scene) / 2 - left_over;
        y = fmin(i ? fmax(y + line_height(scene), circle_top) : fmin(circle_top, lowest), lowest);
        paint_leader(scene, (double[2]){x, circle_top}, (double[2]){label - 2 * scene->page.unit, y});
        if (swatch->run != MINTU_NO_RUN)
            mintu_furniture_draw(scene, swatch->run, label, y - mintu_text_run(&scene->text, swatch->run)->height / 2,
                                 MINTU_INK);
    }
}
