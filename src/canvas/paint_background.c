#include "canvas/paint_background.h"

#include "canvas/pattern.h"
#include "canvas/plot_path.h"
#include "style/property_value.h"
#include "style/style_layer.h"

#include <stdio.h>

mintu_fill_look mintu_background_look_of(const mintu_style_layer *layer, mintu_style_scope *scope)
{
    mintu_fill_look look = {.layer_opacity = 1,
                            .color = mintu_color_faded(mintu_style_color(layer, MINTU_PROPERTY_BACKGROUND_COLOR, scope),
                                                       mintu_style_number(layer, MINTU_PROPERTY_BACKGROUND_OPACITY, scope)),
                            .has_pattern = mintu_style_is_set(layer, MINTU_PROPERTY_BACKGROUND_PATTERN)};
    if (look.has_pattern)
        look.pattern = mintu_pattern_of(layer, MINTU_PROPERTY_BACKGROUND_PATTERN, scope);
    return look;
}

/* Beyond the earth there is paper. */
static void clip_to_globe(mintu_drawing *drawing)
{
    cairo_new_path(drawing->canvas.cairo);
    mintu_plot_add_row(&drawing->canvas, &drawing->globe, drawing->globe.rows, 0);
    cairo_clip(drawing->canvas.cairo);
}

void mintu_paint_background(mintu_drawing *drawing, const mintu_style_layer *layer)
{
    mintu_style_scope scope = mintu_drawing_scope(drawing, NULL);
    mintu_fill_look look = mintu_background_look_of(layer, &scope);
    if (look.has_pattern)
        mintu_pattern_check(drawing, layer, &look.pattern);
    mintu_canvas_color(&drawing->canvas, look.color, 1);
    mintu_style_scope_free(&scope);
    cairo_save(drawing->canvas.cairo);
    if (drawing->globe.part_count)
        clip_to_globe(drawing);
    if (look.has_pattern) {
        mintu_canvas_box(&drawing->canvas, &drawing->page.frame);
        mintu_pattern_fill(&drawing->canvas, &look.pattern, look.color.alpha);
    } else if (mintu_canvas_may_paint(&drawing->canvas, &drawing->page.frame)) {
        cairo_paint(drawing->canvas.cairo);
    }
    cairo_restore(drawing->canvas.cairo);
}
