/* The light on a slope, as the shaders of MapLibre GL JS have it. */
#ifndef RASTER_HILLSHADE_H
#define RASTER_HILLSHADE_H

#include "style/property_value.h"

enum { MINTU_LIGHTS_MOST = 16 };

typedef struct mintu_hillshade {
    size_t method; /* in the order of hillshade_look.c */
    double exaggeration;
    mintu_color accent;
    size_t count;                                                       /* of lights */
    double directions[MINTU_LIGHTS_MOST], altitudes[MINTU_LIGHTS_MOST]; /* radians; directions from north, clockwise */
    mintu_color shadows[MINTU_LIGHTS_MOST], highlights[MINTU_LIGHTS_MOST];
} mintu_hillshade;

/* What the layer's properties come to; @p up is the direction of the page's upper edge, degrees from north. */
mintu_hillshade mintu_hillshade_of(const mintu_style_layer *layer, mintu_style_scope *scope, double up);

/* Red, green and blue times opacity, and opacity, of a slope: metres up to a metre to the east, and to the south. */
void mintu_hillshade_colour(const mintu_hillshade *shade, const double slope[2], double out[4]);

#endif
