#include "raster/paint_raster.h"

#include "base/earth.h"
#include "raster/pixel_window.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* What the layer does to each colour, as the shader of MapLibre GL JS has it. */
typedef struct adjustment {
    double opacity, spin[3], saturation, contrast, dark, bright;
    bool none; /* but for the opacity */
} adjustment;

typedef struct painting {
    mintu_pixel_layer in;
    adjustment adjust;
    bool nearest;
    mintu_grid_need need; /* of all bands */
    mintu_pixel_window window;
    double most; /* a colour may be brighter than its opacity, which lightens what lies beneath; not in PDF and SVG */
} painting;

static adjustment adjustment_of(const mintu_style_layer *layer, mintu_style_scope *scope)
{
    double hue = mintu_style_number(layer, MINTU_PROPERTY_RASTER_HUE_ROTATE, scope) * MINTU_DEGREE,
           saturation = mintu_style_number(layer, MINTU_PROPERTY_RASTER_SATURATION, scope),
           contrast = mintu_style_number(layer, MINTU_PROPERTY_RASTER_CONTRAST, scope), sine = sin(hue), cosine = cos(hue);
    adjustment out = {.opacity = mintu_style_number(layer, MINTU_PROPERTY_RASTER_OPACITY, scope),
                      .spin = {(2 * cosine + 1) / 3, (-sqrt(3) * sine - cosine + 1) / 3, (sqrt(3) * sine - cosine + 1) / 3},
                      .saturation = saturation > 0 ? 1 - 1 / (1.001 - saturation) : -saturation,
                      .contrast = contrast > 0 ? 1 / fmax(1 - contrast, 1e-6) : 1 + contrast,
                      .dark = mintu_style_number(layer, MINTU_PROPERTY_RASTER_BRIGHTNESS_MIN, scope),
                      .bright = mintu_style_number(layer, MINTU_PROPERTY_RASTER_BRIGHTNESS_MAX, scope)};
    out.none = hue == 0 && saturation == 0 && contrast == 0 && out.dark == 0 && out.bright == 1;
    return out;
}

static void adjust(const adjustment *by, const double rgb[3], double out[3])
{
    static const int turned[3][3] = {{0, 1, 2}, {2, 0, 1}, {1, 2, 0}};
    double average = (rgb[0] + rgb[1] + rgb[2]) / 3;
    for (int i = 0; i < 3; i++) {
        double value = 0;
        for (int part = 0; part < 3; part++)
            value += rgb[part] * by->spin[turned[i][part]];
        value += (average - value) * by->saturation;
        value = (value - 0.5) * by->contrast + 0.5;
        out[i] = by->dark + (by->bright - by->dark) * value;
    }
}

/* @p pixel: red, green and blue times opacity, and opacity, from 0 to 255. */
static uint32_t colour_of(const painting *in, const double pixel[4])
{
    double opacity = pixel[3] / 255 * in->adjust.opacity, out[4];
    for (int i = 0; i < 3; i++)
        out[i] = pixel[i] / pixel[3];
    if (!in->adjust.none) {
        const double rgb[3] = {out[0], out[1], out[2]};
        adjust(&in->adjust, rgb, out);
    }
    for (int i = 0; i < 3; i++)
        out[i] = fmin(fmax(out[i], 0) * opacity, in->most > 0 ? in->most : opacity);
    out[3] = opacity;
    return mintu_sheet_pixel(out);
}

static void fill_row(const painting *in, const mintu_pixel_window *window, const double *xy, const mintu_sheet_band *band,
                     uint32_t *out)
{
    double width = (double)in->in.raster->width, height = (double)in->in.raster->height, pixel[4];
    for (size_t x = 0; x < band->width; x++) {
        const double *at = xy + 2 * x;
        if (at[0] >= 0 && at[0] < width && at[1] >= 0 && at[1] < height &&
            mintu_pixel_window_colour(window, at, in->nearest, pixel))
            out[x] = colour_of(in, pixel);
    }
}

static mintu_status fill_rows(const painting *in, const mintu_pixel_grid *grid, const mintu_pixel_window *window,
                              const mintu_sheet_band *band)
{
    double *xy = malloc(2 * band->width * sizeof *xy);
    for (size_t y = 0; y < band->height && xy; y++) {
        mintu_pixel_grid_row(grid, y, xy);
        fill_row(in, window, xy, band, band->pixels + y * band->stride);
    }
    bool good = xy != NULL;
    free(xy);
    return good ? MINTU_STATUS_OK : mintu_fail_memory(band->drawing->error, "drawing a raster");
}

static mintu_status fill(void *user, const mintu_sheet_band *band, bool *seen)
{
    painting *in = user;
    const double size[2] = {(double)in->in.raster->width, (double)in->in.raster->height};
    const mintu_layer_band from = {&in->in, band};
    mintu_pixel_grid grid;
    mintu_window_wish wish = {.nearest = in->nearest, .budget = &in->in.budget};
    mintu_status status = MINTU_STATUS_OK;
    if (mintu_pixel_grid_make(&grid, band->width, band->height, mintu_layer_band_find, &from) &&
        mintu_pixel_grid_need(&grid, size, &wish.need)) {
        if (in->need.scale[0] > 0) { /* windows of one width have rows in common */
            wish.need.box[0] = fmin(wish.need.box[0], in->need.box[0]);
            wish.need.box[2] = fmax(wish.need.box[2], in->need.box[2]);
        }
        status = mintu_pixel_window_read(band->drawing->context, in->in.raster, &wish, band->drawing->error, &in->window);
        if (status == MINTU_STATUS_OK)
            status = fill_rows(in, &grid, &in->window, band);
        *seen = true;
    }
    mintu_pixel_grid_free(&grid);
    return status;
}

/* Twice as fine as the file, and so that edges do not look like stairs, but never finer than asked for. */
static double detail_of(const painting *in)
{
    double most = in->in.drawing->canvas.dpi / 96 * in->in.drawing->canvas.type;
    return in->nearest ? most : fmin(2 * fmax(fmax(in->need.scale[0], in->need.scale[1]), 1), most);
}

static bool is_nearest(const mintu_style_layer *layer, mintu_style_scope *scope)
{
    return strcmp(mintu_style_string(layer, MINTU_PROPERTY_RASTER_RESAMPLING, scope), "nearest") == 0 ||
           strcmp(mintu_style_string(layer, MINTU_PROPERTY_RASTER_RESAMPLING_SHORT, scope), "nearest") == 0;
}

void mintu_paint_raster_swatch(mintu_drawing *drawing, const mintu_style_layer *layer, const mintu_pixel_swatch *swatch)
{
    mintu_style_scope scope = mintu_drawing_scope(drawing, NULL);
    painting in = {.adjust = adjustment_of(layer, &scope),
                   .nearest = is_nearest(layer, &scope),
                   .most = drawing->canvas.format == MINTU_MAP_FORMAT_PNG ? 1 : 0};
    mintu_style_scope_free(&scope);
    if (in.adjust.opacity <= 0 || drawing->status != MINTU_STATUS_OK)
        return;
    mintu_status status = mintu_pixel_layer_open(drawing, layer, &in.in);
    if (status == MINTU_STATUS_OK) {
        mintu_pixel_sheet sheet = {.blocks = in.nearest, .fill = fill, .user = &in};
        mintu_pixel_layer_frame(&in.in, swatch, &sheet);
        in.need = mintu_pixel_layer_need(&in.in, &sheet);
        sheet.detail = detail_of(&in);
        mintu_pixel_layer_paint(&in.in, &sheet);
    } else {
        drawing->status = status;
    }
    mintu_pixel_window_free(&in.window);
    mintu_pixel_layer_close(&in.in);
}

void mintu_paint_raster(mintu_drawing *drawing, const mintu_style_layer *layer)
{
    mintu_paint_raster_swatch(drawing, layer, NULL);
}
