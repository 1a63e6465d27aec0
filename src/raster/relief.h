/* The slopes of the ground, at the grid of Web Mercator that a browser's tiles have at the map's zoom. */
#ifndef RASTER_RELIEF_H
#define RASTER_RELIEF_H

#include "raster/pixel_layer.h"

/* The grid at one zoom: the texels of the tiles that a browser would draw from. */
typedef struct mintu_relief_grid {
    double zoom;   /* of the tiles */
    double side;   /* of the world, texels */
    double middle; /* longitude at the world's side */
    double box[4]; /* left, top, right, bottom of the file, texels */
} mintu_relief_grid;

mintu_relief_grid mintu_relief_grid_of(const mintu_pixel_layer *in);

/* Degrees to texels and back, in place; the side of the world lies opposite of the file. */
void mintu_relief_from_degrees(const mintu_relief_grid *grid, double *xy, size_t count);
void mintu_relief_to_degrees(const mintu_relief_grid *grid, double *xy, size_t count);

/* Slopes within a box of texels, in x to the east and in y to the south, as the shader of MapLibre GL JS prepares them: NaN where
 * there is no ground. */
typedef struct mintu_relief {
    size_t x, y, width, height;
    float (*slopes)[2];
} mintu_relief;

/* mintu_relief_free() in any case. */
mintu_status mintu_relief_make(mintu_pixel_layer *in, const mintu_relief_grid *grid, const double box[4], mintu_relief *out);
void mintu_relief_free(mintu_relief *relief);

/* The slope at a place in texels, between the texels about it, or that of its own; false where there is no ground. */
bool mintu_relief_at(const mintu_relief *relief, const double at[2], bool nearest, double out[2]);

#endif
