/* The place of a source's pixels on earth: where its file says, or by the four corners that the style gives. */
#ifndef RASTER_PIXEL_PLACE_H
#define RASTER_PIXEL_PLACE_H

#include "gdal/raster_place.h"
#include "layer/shape.h"
#include "style/style_source.h"

typedef struct mintu_pixel_place {
    const mintu_raster_file *raster;
    bool by_corners;
    double corners[4][2]; /* in the square of Web Mercator, whose sides are 1 */
    double warp[3];       /* the two terms of the perspective, and the share of the bilinear mapping */
    double middle;        /* longitude */
} mintu_pixel_place;

/* @p context (NULL: nobody) hears what is taken for granted. */
mintu_status mintu_pixel_place_open(mintu_context *context, const mintu_raster_source *source, mintu_raster_file *raster,
                                    mintu_error *error, mintu_pixel_place *out);

/* Degrees to columns and rows of the file, with fractions, in place; what lies nowhere in it becomes infinite. */
void mintu_pixel_place_find(const mintu_pixel_place *place, double *xy, size_t count);

/* The outline of the pixels in degrees, as one ring. */
mintu_status mintu_pixel_place_outline(const mintu_pixel_place *place, mintu_error *error, mintu_shape *out);

/* Longitude and latitude to the square of Web Mercator and back. */
void mintu_mercator_from_degrees(double xy[2]);
void mintu_mercator_to_degrees(double xy[2]);

#endif
