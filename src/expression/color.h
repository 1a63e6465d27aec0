/* Colours: CSS Color 4 texts as the style specification allows them, and the spaces to interpolate in. */
#ifndef EXPRESSION_COLOR_H
#define EXPRESSION_COLOR_H

#include "style/document.h"

/* A named colour, #rgb[a], #rrggbb[aa], rgb[a](), hsl[a](). */
bool mintu_color_parse(const char *text, mintu_color *out);

/* The named colour (lower case), false when there is none. */
bool mintu_color_name_find(const char *name, uint32_t *rgb);

typedef enum mintu_color_space { MINTU_COLOR_SPACE_RGB = 0, MINTU_COLOR_SPACE_HCL, MINTU_COLOR_SPACE_LAB } mintu_color_space;

/* Between two colours; @p share is 0 at @p from and 1 at @p to. */
mintu_color mintu_color_mix(mintu_color from, mintu_color to, double share, mintu_color_space space);

/* sRGB's curve: a channel from 0 to 1 as linear light, and back (cut to 0 … 1). */
double mintu_color_linear(double encoded);
double mintu_color_encoded(double linear);

/* CIELAB lightness, a, b; white point D50. */
void mintu_color_lab(mintu_color color, double lab[3]);

#endif
