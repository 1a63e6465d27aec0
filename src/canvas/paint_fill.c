#include "canvas/paint_fill.h"

#include "canvas/paint.h"
#include "canvas/pattern.h"
#include "style/property_value.h"
#include "style/style_layer.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

mintu_fill_look mintu_fill_look_of(const mintu_style_layer *layer, mintu_style_scope *scope)
{
    double opacity = mintu_style_number(layer, MINTU_PROPERTY_FILL_OPACITY, scope);
    mintu_fill_look look = {.color = mintu_color_faded(mintu_style_color(layer, MINTU_PROPERTY_FILL_COLOR, scope), opacity)};
    look.has_outline = mintu_style_is_set(layer, MINTU_PROPERTY_FILL_OUTLINE_COLOR) &&
                       mintu_style_boolean(layer, MINTU_PROPERTY_FILL_ANTIALIAS, scope);
    if (look.has_outline)
        look.outline = mintu_color_faded(mintu_style_color(layer, MINTU_PROPERTY_FILL_OUTLINE_COLOR, scope), opacity);
    look.has_pattern = mintu_style_is_set(layer, MINTU_PROPERTY_FILL_PATTERN);
    if (look.has_pattern)
        snprintf(look.pattern, sizeof look.pattern, "%s", mintu_style_string(layer, MINTU_PROPERTY_FILL_PATTERN, scope));
    return look;
}

/* A pattern takes the path away, so the outline needs it anew. */
static void paint_pattern(mintu_canvas *canvas, const mintu_fill_look *look)
{
    cairo_path_t *path = cairo_copy_path(canvas->cairo);
    mintu_pattern_fill(canvas, look->pattern);
    cairo_append_path(canvas->cairo, path);
    cairo_path_destroy(path);
}

void mintu_fill_look_paint(mintu_canvas *canvas, const mintu_fill_look *look)
{
    mintu_canvas_color(canvas, look->color, 1);
    if (look->has_pattern)
        paint_pattern(canvas, look);
    else
        cairo_fill_preserve(canvas->cairo);
    if (!look->has_outline) {
        cairo_new_path(canvas->cairo);
        return;
    }
    mintu_canvas_color(canvas, look->outline, 1);
    cairo_set_line_width(canvas->cairo, 1); /* MapLibre's fixed outline */
    cairo_set_line_join(canvas->cairo, CAIRO_LINE_JOIN_ROUND);
    cairo_set_dash(canvas->cairo, NULL, 0, 0);
    mintu_canvas_stroke(canvas);
}

static bool same_look(const mintu_fill_look *a, const mintu_fill_look *b)
{
    return mintu_color_same(a->color, b->color) && a->has_outline == b->has_outline &&
           mintu_color_same(a->outline, b->outline) && strcmp(a->pattern, b->pattern) == 0;
}

static void add_row(mintu_canvas *canvas, const mintu_plot *plot, const mintu_plot_row *row)
{
    for (size_t part = row->part; part < row->part_end; part++)
        mintu_canvas_path(canvas, plot->xy + 2 * plot->starts[part], plot->starts[part + 1] - plot->starts[part], true, 0);
}

/* Neighbours of the same look fill as one path: no seam shows between them, and cairo scans once. Rings are turned so that the
 * winding rule makes the union. */
void mintu_paint_fill(mintu_scene *scene, const mintu_style_layer *layer)
{
    size_t count;
    size_t *rows = mintu_scene_rows(scene, layer, MINTU_PROPERTY_FILL_SORT_KEY, 1, &count);
    const mintu_plot *plot = mintu_scene_plot(scene, layer);
    mintu_style_scope scope = mintu_scene_scope(scene, plot);
    mintu_fill_look look = {0}, next;
    cairo_set_fill_rule(scene->canvas.cairo, CAIRO_FILL_RULE_WINDING);
    for (size_t i = 0; i < count; i++) {
        if (plot->rows[rows[i]].type != MINTU_GEOMETRY_TYPE_POLYGON)
            continue;
        scope.row = rows[i];
        next = mintu_fill_look_of(layer, &scope);
        mintu_style_scope_clear(&scope);
        if (i && !same_look(&look, &next))
            mintu_fill_look_paint(&scene->canvas, &look);
        look = next;
        add_row(&scene->canvas, plot, &plot->rows[rows[i]]);
    }
    if (count)
        mintu_fill_look_paint(&scene->canvas, &look);
    cairo_new_path(scene->canvas.cairo);
    mintu_style_scope_free(&scope);
    free(rows);
}
