/* A text shaped and measured, and how it is painted. */
#ifndef CANVAS_TEXT_RUN_H
#define CANVAS_TEXT_RUN_H

#include "canvas/cairo_use.h"
#include "canvas/canvas.h"

/* One letter of a text: a run of its own, and how far along the text its middle stands. */
typedef struct mintu_text_letter {
    size_t run;
    double middle; /* px from the start of the text */
    double across; /* px of its line below the middle of all lines */
    bool upright;  /* an ideograph, or another that stands upright in columns */
} mintu_text_letter;

/* A line of a text for the web, from the box's upper left corner. */
typedef struct mintu_text_line {
    double x, baseline, middle;
} mintu_text_line;

/* A text shaped and measured. Its box is the em box: left and right of the advance, top and bottom of an ideograph. */
typedef struct mintu_run {
    PangoLayout *layout;
    double width, height; /* of the box */
    double left, top;     /* of the box within the layout */
    double size;
    mintu_box ink;              /* of the drawn glyphs, from the box's upper left corner */
    mintu_text_letter *letters; /* NULL until mintu_text_split() */
    size_t letter_count;
    char *said;             /* NULL: what the layout has */
    mintu_text_line *lines; /* NULL: as the layout has them */
    size_t line_count;
} mintu_run;

typedef struct mintu_text_paint {
    mintu_color color, halo;
    double halo_width; /* px, 0 for none */
    double opacity;
} mintu_text_paint;

#endif
