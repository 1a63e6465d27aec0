/* A layer of pixels that is being painted: its file, and what the page shows of it. */
#ifndef RASTER_PIXEL_LAYER_H
#define RASTER_PIXEL_LAYER_H

#include "raster/pixel_grid.h"
#include "raster/pixel_place.h"
#include "raster/raster_sheet.h"

typedef struct mintu_pixel_layer {
    mintu_drawing *drawing;
    const mintu_style_layer *layer;
    const mintu_raster_source *source;
    mintu_raster_file *raster;
    mintu_pixel_place place;
    double budget; /* of mintu_window_wish */
} mintu_pixel_layer;

/* Where the swatch of a legend is, which shows a piece of the map's middle; NULL: the map itself. */
typedef struct mintu_pixel_swatch {
    mintu_box box;
} mintu_pixel_swatch;

/* mintu_pixel_layer_close() in any case. */
mintu_status mintu_pixel_layer_open(mintu_drawing *drawing, const mintu_style_layer *layer, mintu_pixel_layer *out);
void mintu_pixel_layer_close(mintu_pixel_layer *in);

/* The part of the page that it reaches, or the swatch with the shift that brings the middle of that part there. Box and shift
 * of a sheet are set. */
void mintu_pixel_layer_frame(const mintu_pixel_layer *in, const mintu_pixel_swatch *swatch, mintu_pixel_sheet *out);

/* What the sheet as a whole needs of the file, with a scale to a px of the page, 0 where it shows none, and a reach in px of it. */
mintu_grid_need mintu_pixel_layer_need(const mintu_pixel_layer *in, const mintu_pixel_sheet *sheet);

/* Paints the sheet and says what is to be said about it: what failed, or that the page shows nothing of the layer. */
void mintu_pixel_layer_paint(mintu_pixel_layer *in, const mintu_pixel_sheet *sheet);

/* A band of a page that knows where its pixels come from: the file's pixels. For mintu_pixel_grid. */
typedef struct mintu_layer_band {
    const mintu_pixel_layer *in;
    const mintu_sheet_band *band;
} mintu_layer_band;

void mintu_layer_band_find(const void *band, double *xy, size_t count);

#endif
