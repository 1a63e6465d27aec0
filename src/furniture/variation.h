/* How much scale and north differ from place to place on a map. */
#ifndef FURNITURE_VARIATION_H
#define FURNITURE_VARIATION_H

#include "canvas/drawing.h"

typedef struct mintu_variation {
    double scale;     /* the largest divided by the smallest, in any direction */
    double north;     /* degrees by which north differs most from that at the centre */
    bool by_latitude; /* the scale is the same along each parallel */
} mintu_variation;

/* Over the extent of the map. */
mintu_variation mintu_variation_of(const mintu_drawing *drawing);

/* From here on the scale is said with its place, and from there on a bar would mislead. */
static inline bool mintu_scale_varies(const mintu_variation *variation)
{
    return variation->scale > 1.05;
}
static inline bool mintu_scale_misleads(const mintu_variation *variation)
{
    return variation->scale > 2;
}

/* The same of the north arrow. */
static inline bool mintu_north_varies(const mintu_variation *variation)
{
    return variation->north > 8;
}
static inline bool mintu_north_misleads(const mintu_variation *variation)
{
    return variation->north > 30;
}

#endif
