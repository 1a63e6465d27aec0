/* The painters, one per layer type. A look is what a layer's properties come to for one feature; the map and the legend draw
 * from the same looks, so they cannot disagree. Failures stay in the canvas and the scene. */
#ifndef CANVAS_PAINT_H
#define CANVAS_PAINT_H

#include "map/scene.h"

/* Background. */
void mintu_paint_background(mintu_scene *scene, const mintu_style_layer *layer);

/* Fill. */
typedef struct mintu_fill_look {
    mintu_color color, outline; /* alpha has the opacity in it */
    bool has_outline, has_pattern;
    char pattern[24]; /* name; the colour is its ink */
} mintu_fill_look;
mintu_fill_look mintu_fill_look_of(const mintu_style_layer *layer, mintu_style_scope *scope);
void mintu_fill_look_paint(mintu_canvas *canvas, const mintu_fill_look *look); /* the current path */
void mintu_paint_fill(mintu_scene *scene, const mintu_style_layer *layer);

/* Line. */
enum { MINTU_DASHES = 16 };
typedef struct mintu_line_look {
    mintu_color color;
    double width, offset, miter_limit;
    double dashes[MINTU_DASHES]; /* px */
    size_t dash_count;           /* even */
    double dash_start;           /* px of the pattern that lie before the line */
    cairo_line_cap_t cap;
    cairo_line_join_t join;
} mintu_line_look;
mintu_line_look mintu_line_look_of(const mintu_style_layer *layer, mintu_style_scope *scope);
void mintu_line_look_stroke(mintu_canvas *canvas, const mintu_line_look *look); /* the current path */
void mintu_paint_line(mintu_scene *scene, const mintu_style_layer *layer);

/* Circle. */
typedef struct mintu_circle_look {
    mintu_color color, stroke;
    double radius, stroke_width, shift[2];
} mintu_circle_look;
mintu_circle_look mintu_circle_look_of(const mintu_style_layer *layer, mintu_style_scope *scope);
void mintu_circle_look_draw(mintu_canvas *canvas, const mintu_circle_look *look, double x, double y);
void mintu_paint_circle(mintu_scene *scene, const mintu_style_layer *layer);

/* Symbol: an icon and a text. */
typedef struct mintu_icon_look {
    const char *image;           /* "" for none; lives as long as the scope is not cleared */
    const mintu_icon_file *file; /* NULL: built in */
    double size[2];              /* width and height of the box, px */
    double opacity;              /* of a file, whose colours are its own */
    mintu_color color, halo;
    double halo_width;
} mintu_icon_look;
mintu_icon_look mintu_icon_look_of(mintu_scene *scene, const mintu_style_layer *layer, mintu_style_scope *scope);
double mintu_icon_look_radius(const mintu_icon_look *look); /* of the circle that holds the icon; 0 for none */
void mintu_icon_look_draw(mintu_scene *scene, const mintu_icon_look *look, double x, double y);
mintu_text_style mintu_text_style_of(const mintu_style_layer *layer, mintu_style_scope *scope, mintu_buffer *font);
mintu_text_paint mintu_text_paint_of(const mintu_style_layer *layer, mintu_style_scope *scope);
char *mintu_text_field_of(const mintu_style_layer *layer,
                          mintu_style_scope *scope);             /* transformed, on the heap; NULL for none */
void mintu_paint_labels(mintu_scene *scene, size_t layer_index); /* paint_label.c: the texts, where they were placed */
void mintu_paint_icons(mintu_scene *scene, const mintu_style_layer *layer);

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
