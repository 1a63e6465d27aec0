#include "furniture/legend_nested.h"

#include "canvas/paint.h"
#include "canvas/paint_circle.h"
#include "canvas/pen.h"
#include "furniture/furniture_look.h"
#include "furniture/legend_swatch.h"
#include "style/property_value.h"

#include <math.h>

static double line_height(const mintu_drawing *drawing)
{
    return mintu_type_body(&drawing->page) * 1.3;
}

static mintu_circle_look look_of(const mintu_drawing *drawing, const mintu_legend_swatch *swatch)
{
    mintu_style_scope scope = mintu_swatch_scope(drawing, swatch);
    mintu_circle_look look = mintu_circle_look_of(mintu_style_layer_at(drawing->style, swatch->layer), &scope);
    mintu_style_scope_free(&scope);
    look.shift[0] = look.shift[1] = 0;
    return look;
}

static double reach(const mintu_circle_look *look)
{
    return look->radius + look->stroke_width;
}

static double largest(const mintu_drawing *drawing, const mintu_legend *legend, const mintu_legend_row *row)
{
    double out = 0;
    for (size_t i = 0; i < row->count; i++) {
        mintu_circle_look look = look_of(drawing, &legend->swatches[row->first + i]);
        out = fmax(out, reach(&look));
    }
    return out;
}

/* Labels stand at the tops of their circles, but for the room that a line needs; the last one may reach below the circles. */
void mintu_legend_nested_measure(const mintu_drawing *drawing, const mintu_legend *legend, mintu_legend_row *row, double *width)
{
    double radius = largest(drawing, legend, row);
    *width = 2 * radius;
    row->height = fmax(2 * radius, (double)(row->count ? row->count - 1 : 0) * line_height(drawing)) + line_height(drawing);
}

/* Circles that have no line of their own get a thin one, or they would be one blot. */
static void paint_circle(mintu_drawing *drawing, mintu_circle_look look, double x, double bottom)
{
    mintu_circle_look_draw(&drawing->canvas, &look, (const double[]){x, bottom - reach(&look)});
    if (look.stroke_width > 0 && look.stroke.alpha > 0)
        return;
    look.color.alpha = 0;
    look.stroke = MINTU_INK_SOFT;
    look.stroke_width = 0.6;
    mintu_circle_look_draw(&drawing->canvas, &look, (const double[]){x, bottom - look.radius});
}

/* Level at first when it turns, so that it leaves the circles before it does. */
static void paint_leader(mintu_drawing *drawing, const double from[2], const double to[2])
{
    bool turns = fabs(to[1] - from[1]) > 0.5;
    const double corners[] = {from[0], from[1], turns ? to[0] - 5 * drawing->page.unit : to[0], turns ? from[1] : to[1],
                              to[0],   to[1]};
    mintu_canvas_forget(&drawing->canvas);
    mintu_canvas_corners(&drawing->canvas, corners, turns ? 3 : 2, false);
    mintu_canvas_outline(&drawing->canvas, &(mintu_pen){MINTU_INK_SOFT, 1, 0.5, false});
}

void mintu_legend_nested_paint(mintu_drawing *drawing, const mintu_legend *legend, const mintu_legend_row *row,
                               const mintu_box *box)
{
    double x = box->x0 + mintu_legend_swatch_x(&drawing->page, legend),
           label = box->x0 + mintu_legend_label_x(&drawing->page, legend), top = box->y0 + row->top;
    double y = top + line_height(drawing) / 2, bottom = y + 2 * largest(drawing, legend, row);
    double spread = (double)(row->count ? row->count - 1 : 0) * line_height(drawing);
    if (bottom - y < spread) /* small circles stand in the middle of their labels */
        bottom += (spread - (bottom - y)) / 2;
    for (size_t i = 0; i < row->count; i++)
        paint_circle(drawing, look_of(drawing, &legend->swatches[row->first + i]), x, bottom);
    for (size_t i = 0; i < row->count; i++) {
        const mintu_legend_swatch *swatch = &legend->swatches[row->first + i];
        mintu_circle_look look = look_of(drawing, swatch);
        double circle_top = bottom - 2 * reach(&look), left_over = (double)(row->count - 1 - i) * line_height(drawing);
        double lowest = top + row->height - line_height(drawing) / 2 - left_over;
        y = fmin(i ? fmax(y + line_height(drawing), circle_top) : fmin(circle_top, lowest), lowest);
        paint_leader(drawing, (double[2]){x, circle_top}, (double[2]){label - 2 * drawing->page.unit, y});
        mintu_furniture_draw(drawing, swatch->run, label, y - mintu_furniture_height(drawing, swatch->run) / 2, MINTU_INK);
    }
}
