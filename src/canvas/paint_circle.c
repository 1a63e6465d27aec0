#include "canvas/paint_circle.h"

#include "canvas/paint.h"
#include "style/property_value.h"

#include <stdlib.h>

static const double TURN = 6.28318530717958647692;

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
void mintu_circle_look_draw(mintu_canvas *canvas, const mintu_circle_look *look, double x, double y)
{
    cairo_t *cairo = canvas->cairo;
    x += look->shift[0];
    y += look->shift[1];
    cairo_new_path(cairo);
    if (look->radius > 0 && look->color.alpha > 0) {
        cairo_arc(cairo, x, y, look->radius, 0, TURN);
        mintu_canvas_color(canvas, look->color, 1);
        cairo_fill(cairo);
    }
    if (look->stroke_width > 0 && look->stroke.alpha > 0) {
        cairo_arc(cairo, x, y, look->radius + look->stroke_width / 2, 0, TURN);
        mintu_canvas_color(canvas, look->stroke, 1);
        cairo_set_line_width(cairo, look->stroke_width);
        cairo_set_dash(cairo, NULL, 0, 0);
        cairo_stroke(cairo);
    }
}

static void draw_row(mintu_canvas *canvas, const mintu_plot *plot, const mintu_plot_row *row, const mintu_circle_look *look)
{
    for (size_t part = row->part; part < row->part_end; part++) {
        const double *point = plot->xy + 2 * plot->starts[part];
        mintu_circle_look_draw(canvas, look, point[0], point[1]);
    }
}

void mintu_paint_circle(mintu_scene *scene, const mintu_style_layer *layer)
{
    size_t count;
    const mintu_plot *plot = mintu_scene_plot(scene, layer);
    size_t *rows = mintu_scene_rows(scene, layer, MINTU_PROPERTY_CIRCLE_SORT_KEY, 0, &count);
    mintu_style_scope scope = mintu_scene_scope(scene, plot);
    for (size_t i = 0; i < count; i++) {
        if (plot->rows[rows[i]].type != MINTU_GEOMETRY_TYPE_POINT)
            continue;
        scope.row = rows[i];
        mintu_circle_look look = mintu_circle_look_of(layer, &scope);
        mintu_style_scope_clear(&scope);
        draw_row(&scene->canvas, plot, &plot->rows[rows[i]], &look);
    }
    mintu_style_scope_free(&scope);
    free(rows);
}
