/* A pixel's numbers as a colour, or as an elevation. */
#ifndef RASTER_PIXEL_VALUE_H
#define RASTER_PIXEL_VALUE_H

#include "gdal/raster_file.h"

/* Red, green and blue times opacity, and opacity, each from 0 to 255. */
void mintu_pixel_colour(const mintu_raster_file *raster, const float *numbers, float out[4]);

/* True when the numbers of each pixel are its colour as it is. */
bool mintu_pixel_is_plain(const mintu_raster_file *raster);

/* Metres; NaN where there is none. A file of colours has @p unpack metres to a step of red, green and blue, less the fourth. */
float mintu_pixel_elevation(const mintu_raster_file *raster, const float *numbers, const double unpack[4]);

#endif
