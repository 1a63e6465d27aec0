/* The painters, one per layer type. A look is what a layer's properties come to for one feature; the map and the legend draw
 * from the same looks, so they cannot disagree. Failures stay in the canvas and the drawing. */
#ifndef CANVAS_PAINT_H
#define CANVAS_PAINT_H

#include "canvas/drawing.h"

/* A pattern: built in, or an image of the sprite. */
typedef struct mintu_pattern {
    char name[24];                   /* of one that is built in, whose ink is the look's colour */
    const mintu_sprite_image *image; /* or NULL */
} mintu_pattern;

/* Fill. */
typedef struct mintu_fill_look {
    mintu_color color, outline; /* alpha has the opacity in it */
    double layer_opacity;       /* of all areas of the layer together */
    bool has_outline, has_pattern;
    bool jagged; /* without antialiasing */
    mintu_pattern pattern;
} mintu_fill_look;

/* Line. */
typedef struct mintu_line_look {
    mintu_color color;
    double layer_opacity; /* of all lines of the layer together */
    double width, gap, offset, miter_limit;
    double dashes[MINTU_DASHES]; /* px */
    size_t dash_count;           /* even */
    double dash_start;           /* px of the pattern that lie before the line */
    bool has_gradient, has_pattern;
    mintu_pattern pattern;
    cairo_line_cap_t cap;
    cairo_line_join_t join;
} mintu_line_look;

/* Circle. */
typedef struct mintu_circle_look {
    mintu_color color, stroke;
    double radius, stroke_width, blur, shift[2];
} mintu_circle_look;

/* Symbol: an icon and a text. */
typedef struct mintu_icon_look {
    const char *image;                /* "" for none; lives as long as the scope is not cleared */
    const mintu_icon_file *file;      /* NULL: none */
    const mintu_sprite_image *sprite; /* NULL: none; neither: built in */
    double size[2];                   /* width and height of the box, px */
    double opacity;                   /* of a file or an image, whose colours are its own */
    double scale;                     /* icon-size */
    mintu_color color, halo;
    double halo_width;
} mintu_icon_look;

static inline bool mintu_color_same(mintu_color a, mintu_color b)
{
    return a.red == b.red && a.green == b.green && a.blue == b.blue && a.alpha == b.alpha;
}

static inline mintu_color mintu_color_faded(mintu_color color, double opacity)
{
    color.alpha *= opacity;
    return color;
}

#endif
