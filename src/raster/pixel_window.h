/* A part of a raster file in memory, only as fine as it is needed: the mean of the pixels that one of its own stands for. */
#ifndef RASTER_PIXEL_WINDOW_H
#define RASTER_PIXEL_WINDOW_H

#include "gdal/raster_file.h"
#include "raster/pixel_grid.h"

#include <stdint.h>

typedef struct mintu_pixel_window {
    double origin[2], step[2]; /* pixels of the file: where it begins, and to one of its own */
    size_t width, height;
    unsigned char (*colours)[4]; /* red, green, blue, each times opacity, and opacity; or */
    float *elevations;           /* metres, NaN where there is none */
} mintu_pixel_window;

/* What a window is to be: that of the need, with single pixels instead of means (@p nearest), with elevations, of which a file of
 * colours has @p unpack metres to each step. */
typedef struct mintu_window_wish {
    mintu_grid_need need;
    bool nearest;
    const double *unpack; /* of mintu_raster_source, or NULL: colours */
    double *budget;       /* pixels of the file that may still be read; is lowered */
} mintu_window_wish;

/* Pixels of a file that one layer may go through: some ten seconds of work. */
#define MINTU_RASTER_PIXELS_MOST 4e9

/* Fills a window, whose rows stay as far as they are the same as before, since some files are read from their beginning whenever a
 * row is read again; zero-initialise the first. mintu_pixel_window_free() in any case. @p context is asked whether the run is cancelled. */
mintu_status mintu_pixel_window_read(mintu_context *context, const mintu_raster_file *raster, const mintu_window_wish *wish,
                                     mintu_error *error, mintu_pixel_window *window);
void mintu_pixel_window_free(mintu_pixel_window *window);

/* The pixel that a place of the file lies in, or the mean of the four about it by their nearness; false outside the file. */
bool mintu_pixel_window_colour(const mintu_pixel_window *window, const double at[2], bool nearest, double out[4]);
double mintu_pixel_window_elevation(const mintu_pixel_window *window, const double at[2]); /* NaN: none */

#endif
