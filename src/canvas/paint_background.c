#include "canvas/paint_background.h"

#include "canvas/pattern.h"
#include "style/property_value.h"
#include "style/style_layer.h"

void mintu_paint_background(mintu_drawing *drawing, const mintu_style_layer *layer)
{
    mintu_style_scope scope = mintu_drawing_scope(drawing, NULL);
    mintu_color color = mintu_style_color(layer, MINTU_PROPERTY_BACKGROUND_COLOR, &scope);
    double opacity = mintu_style_number(layer, MINTU_PROPERTY_BACKGROUND_OPACITY, &scope);
    mintu_canvas_color(&drawing->canvas, color, opacity);
    if (mintu_style_is_set(layer, MINTU_PROPERTY_BACKGROUND_PATTERN)) {
        mintu_canvas_box(&drawing->canvas, &drawing->page.frame);
        mintu_pattern_fill(&drawing->canvas, mintu_style_string(layer, MINTU_PROPERTY_BACKGROUND_PATTERN, &scope));
    } else if (mintu_canvas_may_paint(&drawing->canvas, &drawing->page.frame)) {
        cairo_paint(drawing->canvas.cairo);
    }
    mintu_style_scope_free(&scope);
}
