/* Where a map is drawn: a cairo surface for PNG, SVG or PDF with CSS px as unit. A canvas keeps its first failure; drawing on a
 * failed canvas does nothing, and the failure is asked for once, by mintu_canvas_finish(). */
#ifndef CANVAS_CANVAS_H
#define CANVAS_CANVAS_H

#include "base/output.h"
#include "canvas/box.h"
#include "canvas/cairo_use.h"
#include "canvas/effort.h"
#include "canvas/page.h"
#include "canvas/provenance.h"
#include "canvas/svg.h"

#include <mintu/map.h>
#include <stdint.h>

typedef struct mintu_canvas {
    cairo_surface_t *surface;
    cairo_t *cairo;
    mintu_map_format format;
    double dpi, type;                   /* px are so many times 1/96 inch */
    double device;                      /* device units per px */
    double tolerance;                   /* px: detail below it is not drawn */
    mintu_box clip;                     /* px: what lies wholly outside is not drawn */
    double size[2];                     /* px */
    int pages;                          /* of a PDF, that are ended */
    mintu_buffer bytes;                 /* of PDF, and of the open group of SVG */
    mintu_svg svg;                      /* the groups that are closed */
    cairo_status_t drawn;               /* the first failure of a closed group */
    struct mintu_sprite_sheets *sheets; /* for patterns of the sprite */
    mintu_effort effort;
    bool real_text; /* of an SVG: as elements of text, not as glyphs */
    bool failed;    /* memory ran out in our own code */
} mintu_canvas;

mintu_status mintu_canvas_open(mintu_canvas *canvas, const mintu_page *page, mintu_map_format format, mintu_error *error);

/* Ends the drawing. */
mintu_status mintu_canvas_finish(mintu_canvas *canvas, mintu_error *error);

/* Writes the file's bytes to @p output. */
mintu_status mintu_canvas_write(const mintu_canvas *canvas, const mintu_provenance *provenance, mintu_output *output,
                                mintu_error *error);

void mintu_canvas_free(mintu_canvas *canvas);

/* Ends the page of a PDF; the next one is as large. */
void mintu_canvas_next_page(mintu_canvas *canvas);

/* What is drawn from here on belongs together: in SVG a group with the id KIND-NAME, or KIND where @p name is NULL; in the other
 * formats nothing. Drawing state is as in the beginning; not to be called within a clip. */
void mintu_canvas_group(mintu_canvas *canvas, const char *kind, const char *name);

/* Limits drawing to a box (to whole device pixels, which cairo clips fast) until mintu_canvas_unclip(). */
void mintu_canvas_clip(mintu_canvas *canvas, const mintu_box *box);
void mintu_canvas_unclip(mintu_canvas *canvas);

void mintu_canvas_color(mintu_canvas *canvas, mintu_color color, double opacity);

/* A line or a ring, whose last vertex is its first; x and y of each vertex. */
typedef struct mintu_polyline {
    const double *xy;
    size_t count;
    bool ring;
} mintu_polyline;

/* Adds a line or a ring to the current path, without vertices that no one would see. @p width is that of the line to be
 * stroked, 0 for a fill: wide lines show less detail, and reach farther into the clip box. */
void mintu_canvas_path(mintu_canvas *canvas, const mintu_polyline *line, double width);

/* Edges whose ends stay as they are: those that lead to a vertex whose mark has one of the bits. Two pieces that meet in such an edge, one
 * going up and the other down, leave no gap. */
typedef struct mintu_fixed {
    const unsigned char *marks; /* of the vertices, or NULL */
    unsigned bits;
} mintu_fixed;
void mintu_canvas_path_fixed(mintu_canvas *canvas, const mintu_polyline *line, double width, mintu_fixed fixed);

void mintu_canvas_box(mintu_canvas *canvas, const mintu_box *box);

/* A picture of pixels, each opacity, red, green and blue from the highest byte of 32 bits, colours times opacity. */
typedef struct mintu_picture {
    cairo_surface_t *surface;
    uint32_t *pixels; /* rows one below the other, transparent at first */
    size_t width, height;
    size_t stride; /* pixels from one row to the next */
} mintu_picture;

/* Makes one; false when memory ran out. mintu_canvas_picture() lays it on a box of the page, if that is not too much, with pixels that
 * can be seen as such (@p blocks) or run into one another, where it is enlarged. mintu_picture_free() in any case. */
bool mintu_picture_make(mintu_picture *picture, size_t width, size_t height);
void mintu_canvas_picture(mintu_canvas *canvas, const mintu_picture *picture, const mintu_box *box, bool blocks);
void mintu_picture_free(mintu_picture *picture);

/* Whether the current path may be filled, or a box painted as far as it is in the clip box, with all that was drawn before
 * (effort.h). What may not is not drawn. */
bool mintu_canvas_may_fill(mintu_canvas *canvas);
bool mintu_canvas_may_paint(mintu_canvas *canvas, const mintu_box *box);

/* Strokes the current path as cairo's state says, if that is not too much, and ends it. @p coarse: at print resolution with 17 grey
 * levels along the edges, which is twice as fast as 255. */
void mintu_canvas_stroke(mintu_canvas *canvas, bool coarse);

/* Whether it is a picture for a screen, as coarse as the web's: areas then get the edges that a browser gives them. */
bool mintu_canvas_is_screen(const mintu_canvas *canvas);

/* Ends the path without drawing it. */
void mintu_canvas_forget(mintu_canvas *canvas);

enum { MINTU_DASHES = 128 }; /* at most, of a line; even */

/* A coarse picture of how much lies where: one byte per cell of the page, drawn as a map is, and read back. */
typedef struct mintu_sketch {
    mintu_canvas canvas; /* what is drawn on it counts by its opacity */
    size_t columns, lines;
} mintu_sketch;

/* An empty picture of cells of @p cell px; what lies outside @p clip is not drawn. mintu_canvas_free() after use. */
mintu_sketch mintu_sketch_open(size_t columns, size_t lines, double cell, const mintu_box *clip);

/* Takes the share @p amount away from all within the current path, by the even-odd rule, and ends the path. */
void mintu_sketch_fade(mintu_sketch *sketch, double amount);

/* The bytes of a line of cells; NULL when memory ran out. Nothing is drawn after the first call. */
const unsigned char *mintu_sketch_line(mintu_sketch *sketch, size_t line);

#endif
