#include "canvas/sketch.h"

mintu_sketch mintu_sketch_open(size_t columns, size_t lines, double cell, const mintu_box *clip)
{
    mintu_sketch sketch = {
        .columns = columns,
        .lines = lines,
        .canvas = {
            .device = 1 / cell, .tolerance = cell / 2, .clip = *clip, .size = {clip->x1 - clip->x0, clip->y1 - clip->y0}}};
    mintu_canvas *canvas = &sketch.canvas;
    canvas->surface = cairo_image_surface_create(CAIRO_FORMAT_A8, (int)columns, (int)lines);
    canvas->cairo = cairo_create(canvas->surface);
    cairo_scale(canvas->cairo, canvas->device, canvas->device);
    return sketch;
}

void mintu_sketch_fade(mintu_sketch *sketch, double amount)
{
    cairo_t *cairo = sketch->canvas.cairo;
    cairo_save(cairo);
    cairo_set_fill_rule(cairo, CAIRO_FILL_RULE_EVEN_ODD);
    cairo_set_operator(cairo, CAIRO_OPERATOR_DEST_OUT);
    cairo_set_source_rgba(cairo, 0, 0, 0, amount);
    if (mintu_canvas_may_fill(&sketch->canvas))
        cairo_fill(cairo);
    cairo_restore(cairo);
    mintu_canvas_forget(&sketch->canvas);
}

const unsigned char *mintu_sketch_line(mintu_sketch *sketch, size_t line)
{
    cairo_surface_t *surface = sketch->canvas.surface;
    if (cairo_status(sketch->canvas.cairo) != CAIRO_STATUS_SUCCESS || line >= sketch->lines)
        return NULL;
    cairo_surface_flush(surface);
    return cairo_image_surface_get_data(surface) + line * (size_t)cairo_image_surface_get_stride(surface);
}
