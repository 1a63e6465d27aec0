#include "raster/pixel_layer.h"

#include "raster/pixel_window.h"
#include "raster/raster_outline.h"

#include <math.h>

static const double SWATCH_SHRINK = 3; /* a piece that is large enough to tell what it is of */

mintu_status mintu_pixel_layer_open(mintu_drawing *drawing, const mintu_style_layer *layer, mintu_pixel_layer *out)
{
    size_t source = (size_t)mintu_style_layer_source(layer);
    *out = (mintu_pixel_layer){.drawing = drawing,
                               .layer = layer,
                               .source = mintu_style_source_raster(drawing->style, source),
                               .budget = MINTU_RASTER_PIXELS_MOST};
    mintu_status status = mintu_raster_open_source(drawing->context, drawing->style, source, drawing->error, &out->raster);
    return status == MINTU_STATUS_OK ? mintu_pixel_place_open(NULL, out->source, out->raster, drawing->error, &out->place)
                                     : status;
}

void mintu_pixel_layer_close(mintu_pixel_layer *in)
{
    mintu_raster_close(in->raster);
}

void mintu_layer_band_find(const void *user, double *xy, size_t count)
{
    const mintu_layer_band *band = user;
    mintu_sheet_degrees(band->band, xy, count);
    mintu_pixel_place_find(&band->in->place, xy, count);
}

mintu_grid_need mintu_pixel_layer_need(const mintu_pixel_layer *in, const mintu_pixel_sheet *sheet)
{
    const double size[2] = {(double)in->raster->width, (double)in->raster->height};
    double width = sheet->box.x1 - sheet->box.x0, height = sheet->box.y1 - sheet->box.y0,
           step = fmax(fmax(width, height) / 256, 1);
    mintu_pixel_grid grid = {0};
    mintu_grid_need need = {0};
    const mintu_sheet_band band = {
        .drawing = in->drawing,
        .origin = {mintu_sheet_shown(sheet, 0, sheet->box.x0), mintu_sheet_shown(sheet, 1, sheet->box.y0)},
        .unit = step};
    const mintu_layer_band from = {in, &band};
    if (!(width > 0 && height > 0))
        return need;
    if (!mintu_pixel_grid_make(&grid, (size_t)ceil(width / step), (size_t)ceil(height / step), mintu_layer_band_find, &from) ||
        !mintu_pixel_grid_need(&grid, size, &need))
        need = (mintu_grid_need){0};
    const double least[2] = {sheet->box.x0, sheet->box.y0}, most[2] = {sheet->box.x1, sheet->box.y1};
    for (int axis = 0; axis < 2; axis++) {
        need.scale[axis] /= step;
        need.reach[axis] = fmax(least[axis] + need.reach[axis] * step, least[axis]);
        need.reach[2 + axis] = fmin(least[axis] + need.reach[2 + axis] * step, most[axis]);
    }
    mintu_pixel_grid_free(&grid);
    return need;
}

void mintu_pixel_layer_frame(const mintu_pixel_layer *in, const mintu_pixel_swatch *swatch, mintu_pixel_sheet *out)
{
    out->box = in->drawing->page.frame;
    out->shift[0] = out->shift[1] = 0;
    out->shrink = 1;
    const mintu_grid_need need = mintu_pixel_layer_need(in, out);
    out->box = (mintu_box){need.reach[0], need.reach[1], need.reach[2], need.reach[3]};
    if (!swatch)
        return;
    out->shrink = SWATCH_SHRINK;
    out->shift[0] = (swatch->box.x0 + swatch->box.x1 - out->box.x0 - out->box.x1) / 2;
    out->shift[1] = (swatch->box.y0 + swatch->box.y1 - out->box.y0 - out->box.y1) / 2;
    out->box = swatch->box;
}

void mintu_pixel_layer_paint(mintu_pixel_layer *in, const mintu_pixel_sheet *sheet)
{
    mintu_drawing *drawing = in->drawing;
    bool seen = false, map = sheet->shift[0] == 0 && sheet->shift[1] == 0;
    mintu_status status = mintu_sheet_paint(drawing, sheet, &seen);
    if (status != MINTU_STATUS_OK && drawing->status == MINTU_STATUS_OK)
        drawing->status = status;
    if (status == MINTU_STATUS_OK && !seen && map)
        mintu_findings_add(
            drawing->findings,
            "the page shows nothing of layer \"%s\": %s lies elsewhere, or is transparent there; use another extent, "
            "or check its place",
            mintu_style_layer_id(in->layer), in->raster->path);
}
