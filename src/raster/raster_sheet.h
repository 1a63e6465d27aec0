/* A layer of pixels on the page: made in bands, in the page's own pixels, or as a picture within PDF and SVG. */
#ifndef RASTER_RASTER_SHEET_H
#define RASTER_RASTER_SHEET_H

#include "canvas/drawing.h"

/* Some rows of the picture that is made. */
typedef struct mintu_sheet_band {
    const mintu_drawing *drawing;
    double origin[2]; /* px on the page, of the upper left corner of what is shown */
    double unit;      /* px to a pixel of the picture */
    size_t width, height;
    uint32_t *pixels; /* as mintu_picture has them */
    size_t stride;
} mintu_sheet_band;

/* Pixels of a band to degrees, in place; what is nowhere on earth becomes infinite. For mintu_pixel_grid. */
void mintu_sheet_degrees(const mintu_sheet_band *band, double *xy, size_t count);

/* Colours the pixels of a band, which are transparent; sets @p *seen when it colours one. */
typedef mintu_status mintu_sheet_fn(void *user, const mintu_sheet_band *band, bool *seen);

typedef struct mintu_pixel_sheet {
    mintu_box box;   /* on the page */
    double shift[2]; /* px by which it shows another place than its own */
    double shrink;   /* and times as much of it; 1: as it is */
    double detail;   /* pixels to a px, of a picture within PDF and SVG */
    bool blocks;     /* where it is enlarged its pixels are to be seen as such */
    mintu_sheet_fn *fill;
    void *user;
} mintu_pixel_sheet;

/* The place on the map that is shown at a place of the page, px on one of its axes. */
double mintu_sheet_shown(const mintu_pixel_sheet *sheet, int axis, double at);

/* Makes and paints it; @p *seen tells whether anything is to be seen. */
mintu_status mintu_sheet_paint(mintu_drawing *drawing, const mintu_pixel_sheet *sheet, bool *seen);

/* One pixel of a band: red, green and blue from 0 to 1, times opacity, and opacity. */
static inline uint32_t mintu_sheet_pixel(const double colour[4])
{
    uint32_t parts[4];
    for (int i = 0; i < 4; i++)
        parts[i] = (uint32_t)((colour[i] < 0 ? 0 : colour[i] > 1 ? 1 : colour[i]) * 255 + 0.5);
    return parts[3] << 24 | parts[0] << 16 | parts[1] << 8 | parts[2];
}

#endif
