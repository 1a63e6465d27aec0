/* Text through Pango: shaped once, measured without hinting so that every format and resolution gives the same places. */
#ifndef CANVAS_TEXT_H
#define CANVAS_TEXT_H

#include "base/textmap.h"
#include "canvas/cairo_use.h"
#include "canvas/canvas.h"
#include "canvas/findings.h"
#include "canvas/text_run.h"

typedef enum mintu_text_align {
    MINTU_TEXT_ALIGN_LEFT = 0,
    MINTU_TEXT_ALIGN_CENTER,
    MINTU_TEXT_ALIGN_RIGHT,
} mintu_text_align;

/* A part of a text that is set in its own way. */
typedef struct mintu_text_section {
    size_t end;       /* the byte behind its last */
    double scale;     /* of the text's size */
    double rise;      /* em that it stands higher */
    const char *font; /* as mintu_text_style has it; NULL: the text's */
    bool colored;
    mintu_color color; /* with its opacity in it */
} mintu_text_section;

typedef struct mintu_text_style {
    const char *font;   /* "Noto Sans CJK SC Bold", several joined by ",": the first has the weight */
    double size;        /* px */
    double spacing;     /* between letters, em */
    double width;       /* px at which lines are broken; 0: never */
    double line_height; /* em */
    mintu_text_align align;
    bool balanced;    /* broken lines get about the same length */
    bool vertical;    /* in columns: ideographs upright, Latin letters turned; drawn turned by a quarter to the right */
    bool web;         /* lines and baselines stand where a browser sets them; lines are not broken */
    bool asked;       /* the font was asked for by name, so that another one is a finding */
    const char *said; /* the text before it was broken into lines; NULL: as it is */
    const mintu_text_section *sections; /* of a text for the web, in their order; none: all is of one kind */
    size_t section_count;
} mintu_text_style;

typedef struct mintu_text {
    PangoFontMap *fonts;
    PangoContext *context, *columns; /* of horizontal and of vertical text */
    mintu_run *runs;
    char **keys;
    size_t count, run_room, key_room;
    mintu_textmap known;
    mintu_findings *findings; /* hears of missing glyphs */
    char *checked;            /* fonts looked for last */
} mintu_text;

mintu_status mintu_text_open(mintu_text *text, mintu_findings *findings, mintu_error *error);
void mintu_text_free(mintu_text *text);

/* Index of the run for a text; the same text in the same style is shaped once. (size_t)-1 when memory ran out. */
size_t mintu_text_shape(mintu_text *text, const mintu_text_style *style, const char *string);
const mintu_run *mintu_text_run(const mintu_text *text, size_t index);
const char *mintu_text_string(const mintu_text *text, size_t index); /* of that run */
const char *mintu_text_said(const mintu_text *text, size_t index);   /* the same before it was broken into lines */

/* The largest text that is shaped, px. */
#define MINTU_TEXT_LARGEST 4000.0

/* Draws a run with its box's upper left corner at @p at. */
void mintu_text_draw(mintu_canvas *canvas, const mintu_run *run, const double at[2], const mintu_text_paint *paint);

#endif
