/* Hillshade layers: the relief of elevations. */
#ifndef RASTER_PAINT_HILLSHADE_H
#define RASTER_PAINT_HILLSHADE_H

#include "raster/pixel_layer.h"

void mintu_paint_hillshade(mintu_drawing *drawing, const mintu_style_layer *layer);

/* A piece of it for the legend. */
void mintu_paint_hillshade_swatch(mintu_drawing *drawing, const mintu_style_layer *layer, const mintu_pixel_swatch *swatch);

#endif
