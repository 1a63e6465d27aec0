#include "canvas/paint_fill.h"

#include "canvas/drawn_rows.h"
#include "canvas/paint.h"
#include "canvas/pattern.h"
#include "canvas/plot_path.h"
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
    bool filled = mintu_canvas_may_fill(canvas);
    mintu_canvas_color(canvas, look->color, 1);
    if (filled && look->has_pattern)
        paint_pattern(canvas, look);
    else if (filled)
        cairo_fill_preserve(canvas->cairo);
    if (!filled || !look->has_outline) {
        mintu_canvas_forget(canvas);
        return;
    }
    mintu_canvas_color(canvas, look->outline, 1);
    cairo_set_line_width(canvas->cairo, 1); /* MapLibre's fixed outline */
    cairo_set_line_join(canvas->cairo, CAIRO_LINE_JOIN_ROUND);
    cairo_set_dash(canvas->cairo, NULL, 0, 0);
    mintu_canvas_stroke(canvas, true);
}

static bool same_look(const mintu_fill_look *a, const mintu_fill_look *b)
{
    return mintu_color_same(a->color, b->color) && a->has_outline == b->has_outline &&
           mintu_color_same(a->outline, b->outline) && strcmp(a->pattern, b->pattern) == 0;
}

/* Neighbours of the same look fill as one path: no seam shows between them, and cairo scans once. Rings are turned so that the
 * winding rule makes the union. */
void mintu_paint_fill(mintu_drawing *drawing, const mintu_style_layer *layer)
{
    mintu_row_walk walk = mintu_rows_begin(drawing, layer, MINTU_PROPERTY_FILL_SORT_KEY, 1);
    mintu_fill_look look = {0}, next;
    cairo_set_fill_rule(drawing->canvas.cairo, CAIRO_FILL_RULE_WINDING);
    while (mintu_rows_next(&walk)) {
        if (walk.row->type != MINTU_GEOMETRY_TYPE_POLYGON)
            continue;
        next = mintu_fill_look_of(layer, &walk.scope);
        if (walk.done > 1 && !same_look(&look, &next))
            mintu_fill_look_paint(&drawing->canvas, &look);
        look = next;
        mintu_plot_add_row(&drawing->canvas, walk.plot, walk.row, 0);
    }
    if (walk.count)
        mintu_fill_look_paint(&drawing->canvas, &look);
    cairo_new_path(drawing->canvas.cairo);
}
