#include "canvas/paint_circle.h"

#include "base/earth.h"
#include "canvas/compositing.h"
#include "canvas/drawn_rows.h"
#include "canvas/paint.h"
#include "style/property_value.h"

#include <stdlib.h>

mintu_circle_look mintu_circle_look_of(const mintu_style_layer *layer, mintu_style_scope *scope)
{
    mintu_circle_look look = {.radius = mintu_style_number(layer, MINTU_PROPERTY_CIRCLE_RADIUS, scope),
                              .stroke_width = mintu_style_number(layer, MINTU_PROPERTY_CIRCLE_STROKE_WIDTH, scope)};
    look.color = mintu_color_faded(mintu_style_color(layer, MINTU_PROPERTY_CIRCLE_COLOR, scope),
                                   mintu_style_number(layer, MINTU_PROPERTY_CIRCLE_OPACITY, scope));
    look.stroke = mintu_color_faded(mintu_style_color(layer, MINTU_PROPERTY_CIRCLE_STROKE_COLOR, scope),
                                    mintu_style_number(layer, MINTU_PROPERTY_CIRCLE_STROKE_OPACITY, scope));
    if (mintu_style_numbers(layer, MINTU_PROPERTY_CIRCLE_TRANSLATE, scope, look.shift, 2) != 2)
        look.shift[0] = look.shift[1] = 0;
    return look;
}

/* The stroke lies outside the radius, as in MapLibre. */
void mintu_circle_look_draw(mintu_canvas *canvas, const mintu_circle_look *look, const double at[2])
{
    cairo_t *cairo = canvas->cairo;
    double x = at[0] + look->shift[0], y = at[1] + look->shift[1];
    cairo_new_path(cairo);
    double side = 2 * (look->radius + look->stroke_width);
    const mintu_box box = mintu_box_about(x, y, side, side);
    if (!mintu_canvas_may_paint(canvas, &box))
        return;
    if (look->radius > 0 && look->color.alpha > 0) {
        cairo_arc(cairo, x, y, look->radius, 0, 2 * MINTU_PI);
        mintu_canvas_color(canvas, look->color, 1);
        cairo_fill(cairo);
    }
    if (look->stroke_width > 0 && look->stroke.alpha > 0) {
        cairo_arc(cairo, x, y, look->radius + look->stroke_width / 2, 0, 2 * MINTU_PI);
        mintu_canvas_color(canvas, look->stroke, 1);
        cairo_set_line_width(cairo, look->stroke_width);
        cairo_set_dash(cairo, NULL, 0, 0);
        cairo_stroke(cairo);
    }
}

/* At every vertex; a ring's last is its first. */
static void draw_row(mintu_canvas *canvas, const mintu_circle_look *look, const mintu_plot *plot, const mintu_plot_row *row)
{
    for (size_t part = row->part; part < row->part_end; part++) {
        size_t end = plot->starts[part + 1] - (row->type == MINTU_GEOMETRY_TYPE_POLYGON);
        for (size_t i = plot->starts[part]; i < end; i++)
            mintu_circle_look_draw(canvas, look, plot->xy + 2 * i);
    }
}

void mintu_paint_circle(mintu_drawing *drawing, const mintu_style_layer *layer)
{
    mintu_shift shift = mintu_shift_of(drawing, layer, MINTU_PROPERTY_CIRCLE_TRANSLATE, MINTU_PROPERTY_CIRCLE_TRANSLATE_ANCHOR);
    mintu_row_walk walk = mintu_rows_begin(drawing, layer, MINTU_PROPERTY_CIRCLE_SORT_KEY, 0);
    while (mintu_rows_next(&walk)) {
        mintu_circle_look look = mintu_circle_look_of(layer, &walk.scope);
        look.shift[0] = shift.x;
        look.shift[1] = shift.y;
        draw_row(&drawing->canvas, &look, walk.plot, walk.row);
    }
}
