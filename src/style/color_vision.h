/* How far colours are apart, for normal sight, for colour-blind readers and in greyscale. */
#ifndef STYLE_COLOR_VISION_H
#define STYLE_COLOR_VISION_H

#include "expression/color.h"

typedef enum mintu_color_vision {
    MINTU_COLOR_VISION_NORMAL = 0,
    MINTU_COLOR_VISION_PROTANOPIA,
    MINTU_COLOR_VISION_DEUTERANOPIA,
    MINTU_COLOR_VISION_TRITANOPIA,
    MINTU_COLOR_VISION_GREY, /* a photocopy */
    MINTU_COLOR_VISION_END
} mintu_color_vision;

/* The colour as it is seen: Machado, Oliveira and Fernandes 2009 (A physiologically-based model for simulation of color vision
 * deficiency), severity 1; greyscale keeps the relative luminance. Alpha stays. */
mintu_color mintu_color_seen(mintu_color color, mintu_color_vision vision);

/* CIEDE2000 difference of two colours in CIELAB (Sharma, Wu and Dalal 2005); about 1 can just be told side by side. */
double mintu_color_difference(mintu_color one, mintu_color other);

/* The same of two lightness, a, b. */
double mintu_lab_difference(const double one[3], const double other[3]);

#endif
