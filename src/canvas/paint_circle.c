#include "canvas/paint_circle.h"

#include "base/earth.h"
#include "canvas/compositing.h"
#include "canvas/drawn_rows.h"
#include "canvas/focus.h"
#include "canvas/paint.h"
#include "style/property_value.h"

#include <math.h>
#include <stdlib.h>

mintu_circle_look mintu_circle_look_of(const mintu_style_layer *layer, mintu_style_scope *scope)
{
    mintu_circle_look look = {.radius = mintu_style_number(layer, MINTU_PROPERTY_CIRCLE_RADIUS, scope),
                              .stroke_width = mintu_style_number(layer, MINTU_PROPERTY_CIRCLE_STROKE_WIDTH, scope)};
    look.color = mintu_color_faded(mintu_style_color(layer, MINTU_PROPERTY_CIRCLE_COLOR, scope),
                                   mintu_style_number(layer, MINTU_PROPERTY_CIRCLE_OPACITY, scope));
    look.stroke = mintu_color_faded(mintu_style_color(layer, MINTU_PROPERTY_CIRCLE_STROKE_COLOR, scope),
                                    mintu_style_number(layer, MINTU_PROPERTY_CIRCLE_STROKE_OPACITY, scope));
    look.blur = fmax(mintu_style_number(layer, MINTU_PROPERTY_CIRCLE_BLUR, scope), 0);
    if (mintu_style_numbers(layer, MINTU_PROPERTY_CIRCLE_TRANSLATE, scope, look.shift, 2) != 2)
        look.shift[0] = look.shift[1] = 0;
    return look;
}

static double smooth_step(double edge, double other, double at)
{
    double t = fmin(fmax((at - edge) / (other - edge), 0), 1);
    return t * t * (3 - 2 * t);
}

/* The colour at a share of the way from the middle to the rim: colours mix with their opacities in them. */
static mintu_color blurred(const mintu_circle_look *look, double share)
{
    double rim = look->radius / (look->radius + look->stroke_width),
           mix = look->stroke_width < 0.01 ? 0 : smooth_step(-look->blur, 0, share - rim),
           there = smooth_step(0, -look->blur, share - 1), fill = (1 - mix) * look->color.alpha,
           stroke = mix * look->stroke.alpha, alpha = fmax(fill + stroke, 1e-9);
    return (mintu_color){(look->color.red * fill + look->stroke.red * stroke) / alpha,
                         (look->color.green * fill + look->stroke.green * stroke) / alpha,
                         (look->color.blue * fill + look->stroke.blue * stroke) / alpha, (fill + stroke) * there};
}

static void draw_blurred(cairo_t *cairo, const mintu_circle_look *look, double x, double y)
{
    enum { STOPS = 32 };
    double radius = look->radius + look->stroke_width;
    cairo_pattern_t *colors = cairo_pattern_create_radial(x, y, 0, x, y, radius);
    for (int i = 0; i <= STOPS; i++) {
        mintu_color color = blurred(look, (double)i / STOPS);
        cairo_pattern_add_color_stop_rgba(colors, (double)i / STOPS, color.red, color.green, color.blue, color.alpha);
    }
    cairo_arc(cairo, x, y, radius, 0, 2 * MINTU_PI);
    cairo_set_source(cairo, colors);
    cairo_fill(cairo);
    cairo_pattern_destroy(colors);
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
    if (look->blur > 0 && side > 0) {
        draw_blurred(cairo, look, x, y);
        return;
    }
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

/* Around the focus paler. */
static void draw_in_focus(mintu_drawing *drawing, mintu_circle_look look, const double at[2])
{
    double strength = mintu_focus_strength(drawing, at);
    look.color = mintu_color_faded(look.color, strength);
    look.stroke = mintu_color_faded(look.stroke, strength);
    mintu_circle_look_draw(&drawing->canvas, &look, at);
}

/* At every vertex; a ring's last is its first. */
static void draw_row(mintu_drawing *drawing, const mintu_circle_look *look, const mintu_plot *plot, const mintu_plot_row *row)
{
    for (size_t part = row->part; part < row->part_end; part++) {
        size_t end = plot->starts[part + 1] - (row->type == MINTU_GEOMETRY_TYPE_POLYGON);
        for (size_t i = plot->starts[part]; i < end; i++)
            if (!mintu_plot_is_made(plot, i))
                draw_in_focus(drawing, *look, plot->xy + 2 * i);
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
        draw_row(drawing, &look, walk.plot, walk.row);
    }
}
