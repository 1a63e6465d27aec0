#include "raster/raster_sheet.h"

#include "base/array.h"
#include "base/error.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { BAND = 256 };                    /* rows */
static const double PIXELS_MOST = 64e6; /* of a picture within PDF or SVG */

/* A way from the plane to the earth that does not lead back gave a place that is not the one on the page. */
static void drop_strays(const mintu_sheet_band *band, const double *plane, double *back, double *degrees, size_t count)
{
    double most = 2 / band->drawing->page.px_per_metre;
    memcpy(back, degrees, 2 * count * sizeof *back);
    mintu_projection_forward(band->drawing->projection, back, count, NULL);
    for (size_t i = 0; i < count; i++)
        if (!(hypot(back[2 * i] - plane[2 * i], back[2 * i + 1] - plane[2 * i + 1]) <= most))
            degrees[2 * i] = degrees[2 * i + 1] = INFINITY;
}

void mintu_sheet_degrees(const mintu_sheet_band *band, double *xy, size_t count)
{
    double *plane = calloc(4 * count + 1, sizeof *plane);
    for (size_t i = 0; i < 2 * count; i++)
        xy[i] = band->origin[i % 2] + xy[i] * band->unit;
    for (size_t i = 0; i < count; i++)
        mintu_page_unplace(&band->drawing->page, xy + 2 * i);
    if (!plane) {
        mintu_memory_failure_add();
        return;
    }
    memcpy(plane, xy, 2 * count * sizeof *plane);
    mintu_projection_inverse(band->drawing->projection, xy, count, NULL);
    drop_strays(band, plane, plane + 2 * count, xy, count);
    free(plane);
}

/* The box in whole pixels of the picture: left, top, columns, rows. */
static void measure(const mintu_box *box, double unit, double out[4])
{
    out[0] = floor(box->x0 / unit + 1e-6);
    out[1] = floor(box->y0 / unit + 1e-6);
    out[2] = fmax(ceil(box->x1 / unit - 1e-6) - out[0], 0);
    out[3] = fmax(ceil(box->y1 / unit - 1e-6) - out[1], 0);
}

double mintu_sheet_shown(const mintu_pixel_sheet *sheet, int axis, double at)
{
    double middle = axis ? (sheet->box.y0 + sheet->box.y1) / 2 : (sheet->box.x0 + sheet->box.x1) / 2;
    return middle - sheet->shift[axis] + (at - middle) * sheet->shrink;
}

static mintu_status fill_bands(mintu_drawing *drawing, const mintu_pixel_sheet *sheet, const mintu_picture *picture,
                               const mintu_box *at, bool *seen)
{
    mintu_status status = MINTU_STATUS_OK;
    double unit = (at->x1 - at->x0) / (double)picture->width;
    for (size_t row = 0; row < picture->height && status == MINTU_STATUS_OK; row += BAND) {
        const mintu_sheet_band band = {
            .drawing = drawing,
            .origin = {mintu_sheet_shown(sheet, 0, at->x0), mintu_sheet_shown(sheet, 1, at->y0 + (double)row * unit)},
            .unit = unit * sheet->shrink,
            .width = picture->width,
            .height = picture->height - row < BAND ? picture->height - row : BAND,
            .pixels = picture->pixels + row * picture->stride,
            .stride = picture->stride,
        };
        status = mintu_drawing_goes_on(drawing) ? sheet->fill(sheet->user, &band, seen) : MINTU_STATUS_CANCELLED;
    }
    return status;
}

static mintu_status paint_part(mintu_drawing *drawing, const mintu_pixel_sheet *sheet, const mintu_box *at,
                               const size_t size[2], bool *seen)
{
    mintu_picture picture;
    mintu_status status = MINTU_STATUS_OK;
    bool here = false;
    if (mintu_picture_make(&picture, size[0], size[1])) /* else it is counted, and missed at the end */
        status = fill_bands(drawing, sheet, &picture, at, &here);
    if (status == MINTU_STATUS_OK && here)
        mintu_canvas_picture(&drawing->canvas, &picture, at, sheet->blocks);
    mintu_picture_free(&picture);
    *seen = *seen || here;
    return status;
}

mintu_status mintu_sheet_paint(mintu_drawing *drawing, const mintu_pixel_sheet *sheet, bool *seen)
{
    bool page = drawing->canvas.format == MINTU_MAP_FORMAT_PNG;
    double unit = page ? 1 / drawing->canvas.device : 1 / sheet->detail, size[4];
    mintu_status status = MINTU_STATUS_OK;
    *seen = false;
    measure(&sheet->box, unit, size);
    if (!page && size[2] * size[3] > PIXELS_MOST) {
        unit *= sqrt(size[2] * size[3] / PIXELS_MOST);
        measure(&sheet->box, unit, size);
    }
    size_t width = (size_t)size[2], height = (size_t)size[3], rows = page ? BAND : height;
    for (size_t row = 0; row < height && width && status == MINTU_STATUS_OK; row += rows) {
        size_t part = height - row < rows ? height - row : rows;
        double top = size[1] + (double)row;
        const mintu_box at = {size[0] * unit, top * unit, (size[0] + size[2]) * unit, (top + (double)part) * unit};
        status = paint_part(drawing, sheet, &at, (const size_t[]){width, part}, seen);
    }
    return status;
}
