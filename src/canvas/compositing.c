#include "canvas/compositing.h"

#include "base/earth.h"
#include "style/property_value.h"

#include <math.h>
#include <string.h>

void mintu_canvas_flatten(mintu_canvas *canvas)
{
    cairo_push_group(canvas->cairo);
}

void mintu_canvas_flatten_end(mintu_canvas *canvas, double opacity)
{
    cairo_pop_group_to_source(canvas->cairo);
    cairo_paint_with_alpha(canvas->cairo, opacity);
}

bool mintu_canvas_joins(const mintu_canvas *canvas)
{
    return canvas->format == MINTU_MAP_FORMAT_PNG;
}

void mintu_canvas_join(mintu_canvas *canvas, const mintu_box *box)
{
    const mintu_box near = mintu_box_grown(*box, 1), seen = mintu_box_common(&near, &canvas->clip);
    double unit = canvas->device;
    cairo_save(canvas->cairo);
    cairo_rectangle(canvas->cairo, floor(seen.x0 * unit) / unit, floor(seen.y0 * unit) / unit,
                    ceil((seen.x1 - seen.x0) * unit + 1) / unit, ceil((seen.y1 - seen.y0) * unit + 1) / unit);
    cairo_clip(canvas->cairo);
    cairo_push_group(canvas->cairo);
    cairo_set_operator(canvas->cairo, CAIRO_OPERATOR_SATURATE);
}

void mintu_canvas_join_end(mintu_canvas *canvas)
{
    cairo_pop_group_to_source(canvas->cairo);
    cairo_paint(canvas->cairo);
    cairo_restore(canvas->cairo);
}

static void move_clip(mintu_canvas *canvas, double x, double y)
{
    canvas->clip = (mintu_box){canvas->clip.x0 + x, canvas->clip.y0 + y, canvas->clip.x1 + x, canvas->clip.y1 + y};
}

void mintu_canvas_shift(mintu_canvas *canvas, const mintu_shift *shift)
{
    cairo_save(canvas->cairo);
    cairo_translate(canvas->cairo, shift->x, shift->y);
    move_clip(canvas, -shift->x, -shift->y);
}

void mintu_canvas_unshift(mintu_canvas *canvas, const mintu_shift *shift)
{
    cairo_restore(canvas->cairo);
    move_clip(canvas, shift->x, shift->y);
}

mintu_shift mintu_shift_of(const mintu_drawing *drawing, const mintu_style_layer *layer, mintu_property offset,
                           mintu_property anchor)
{
    mintu_style_scope scope = mintu_drawing_scope(drawing, NULL);
    double xy[2] = {0, 0};
    if (mintu_style_numbers(layer, offset, &scope, xy, 2) != 2)
        xy[0] = xy[1] = 0;
    bool turns = strcmp(mintu_style_string(layer, anchor, &scope), "map") == 0;
    double angle = turns ? -drawing->page.bearing * MINTU_DEGREE : 0;
    mintu_style_scope_free(&scope);
    return (mintu_shift){cos(angle) * xy[0] - sin(angle) * xy[1], sin(angle) * xy[0] + cos(angle) * xy[1]};
}
