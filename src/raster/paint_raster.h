/* Raster layers: pictures. */
#ifndef RASTER_PAINT_RASTER_H
#define RASTER_PAINT_RASTER_H

#include "raster/pixel_layer.h"

void mintu_paint_raster(mintu_drawing *drawing, const mintu_style_layer *layer);

/* A piece of it for the legend. */
void mintu_paint_raster_swatch(mintu_drawing *drawing, const mintu_style_layer *layer, const mintu_pixel_swatch *swatch);

#endif
