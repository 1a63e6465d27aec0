/* CIELAB and its cylindrical form HCL with the white point D50, as MapLibre defines interpolate-lab and interpolate-hcl. */
#ifndef EXPRESSION_COLOR_SPACE_H
#define EXPRESSION_COLOR_SPACE_H

#include "expression/color.h"

/* Between two colours; @p share is 0 at @p from and 1 at @p to. */
mintu_color mintu_color_mix(mintu_color from, mintu_color to, double share, mintu_color_space space);

/* sRGB's curve: a channel from 0 to 1 as linear light, and back (cut to 0 … 1). */
double mintu_color_linear(double encoded);

double mintu_color_encoded(double linear);

#endif
