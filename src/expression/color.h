/* Colours: CSS Color 4 texts as the style specification allows them, and the spaces to interpolate in. */
#ifndef EXPRESSION_COLOR_H
#define EXPRESSION_COLOR_H

#include <stdbool.h>

/* Straight (not premultiplied) sRGB, each 0 to 1. */
typedef struct mintu_color {
    double red, green, blue, alpha;
} mintu_color;

/* A named colour, #rgb[a], #rrggbb[aa], rgb[a](), hsl[a](). */
bool mintu_color_parse(const char *text, mintu_color *out);

typedef enum mintu_color_space { MINTU_COLOR_SPACE_RGB = 0, MINTU_COLOR_SPACE_HCL, MINTU_COLOR_SPACE_LAB } mintu_color_space;

#endif
