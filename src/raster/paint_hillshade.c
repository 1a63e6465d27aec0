#include "raster/paint_hillshade.h"

#include "base/earth.h"
#include "base/error.h"
#include "raster/hillshade.h"
#include "raster/relief.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

typedef struct painting {
    mintu_pixel_layer in;
    mintu_hillshade shade;
    mintu_relief_grid grid;
    bool nearest;
} painting;

/* Pixels of a band to texels. */
typedef struct texel_band {
    const painting *in;
    const mintu_sheet_band *band;
} texel_band;

static void find(const void *user, double *xy, size_t count)
{
    const texel_band *from = user;
    mintu_sheet_degrees(from->band, xy, count);
    mintu_relief_from_degrees(&from->in->grid, xy, count);
}

/* Slopes on the web's plane, whose metres are longer than the earth's away from the equator. */
static bool colour_of(const painting *in, const mintu_relief *relief, const double at[2], uint32_t *out)
{
    double slope[2], colour[4], stretch = cosh(MINTU_PI * (1 - 2 * at[1] / in->grid.side));
    if (!isfinite(at[0]) || !isfinite(at[1]) || !mintu_relief_at(relief, at, in->nearest, slope))
        return false;
    slope[0] *= stretch;
    slope[1] *= stretch;
    mintu_hillshade_colour(&in->shade, slope, colour);
    for (int i = 0; i < 3; i++)
        colour[i] = fmin(colour[i], colour[3]);
    *out = mintu_sheet_pixel(colour);
    return true;
}

static mintu_status fill_rows(const painting *in, const mintu_pixel_grid *grid, const mintu_relief *relief,
                              const mintu_sheet_band *band, bool *seen)
{
    double *xy = malloc(2 * band->width * sizeof *xy);
    for (size_t y = 0; y < band->height && xy; y++) {
        mintu_pixel_grid_row(grid, y, xy);
        for (size_t x = 0; x < band->width; x++)
            if (colour_of(in, relief, xy + 2 * x, band->pixels + y * band->stride + x))
                *seen = true;
    }
    bool good = xy != NULL;
    free(xy);
    return good ? MINTU_STATUS_OK : mintu_fail_memory(band->drawing->error, "drawing the hillshade");
}

static mintu_status fill(void *user, const mintu_sheet_band *band, bool *seen)
{
    painting *in = user;
    const texel_band from = {in, band};
    const double size[2] = {2 * in->grid.side, in->grid.side};
    mintu_pixel_grid grid;
    mintu_grid_need need;
    mintu_relief relief = {0};
    mintu_status status = MINTU_STATUS_OK;
    if (mintu_pixel_grid_make(&grid, band->width, band->height, find, &from) && mintu_pixel_grid_need(&grid, size, &need)) {
        status = mintu_relief_make(&in->in, &in->grid, need.box, &relief);
        if (status == MINTU_STATUS_OK && relief.slopes)
            status = fill_rows(in, &grid, &relief, band, seen);
    }
    mintu_relief_free(&relief);
    mintu_pixel_grid_free(&grid);
    return status;
}

void mintu_paint_hillshade_swatch(mintu_drawing *drawing, const mintu_style_layer *layer, const mintu_pixel_swatch *swatch)
{
    mintu_style_scope scope = mintu_drawing_scope(drawing, NULL);
    painting in = {.shade = mintu_hillshade_of(layer, &scope, drawing->page.bearing - drawing->page.convergence),
                   .nearest = strcmp(mintu_style_string(layer, MINTU_PROPERTY_HILLSHADE_RESAMPLING, &scope), "nearest") == 0};
    mintu_style_scope_free(&scope);
    if (in.shade.exaggeration <= 0 || drawing->status != MINTU_STATUS_OK)
        return;
    mintu_status status = mintu_pixel_layer_open(drawing, layer, &in.in);
    if (status == MINTU_STATUS_OK) {
        /* Slopes lie a texel apart, and nothing finer is between them. */
        mintu_pixel_sheet sheet = {.blocks = in.nearest,
                                   .detail = fmin(2, drawing->canvas.dpi / 96 * drawing->canvas.type),
                                   .fill = fill,
                                   .user = &in};
        in.grid = mintu_relief_grid_of(&in.in);
        mintu_pixel_layer_frame(&in.in, swatch, &sheet);
        mintu_pixel_layer_paint(&in.in, &sheet);
    } else {
        drawing->status = status;
    }
    mintu_pixel_layer_close(&in.in);
}

void mintu_paint_hillshade(mintu_drawing *drawing, const mintu_style_layer *layer)
{
    mintu_paint_hillshade_swatch(drawing, layer, NULL);
}
