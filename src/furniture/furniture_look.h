/* What all pieces of furniture have in common to look at: three sizes of type, three inks, and a light panel on the map. */
#ifndef FURNITURE_FURNITURE_LOOK_H
#define FURNITURE_FURNITURE_LOOK_H

#include "canvas/drawing.h"

#define MINTU_NO_RUN ((size_t)-1)

extern const mintu_color MINTU_INK, MINTU_INK_SOFT, MINTU_INK_WARNING;

/* The three sizes of type, px. */
static inline double mintu_type_title(const mintu_page *page)
{
    return page->title > 0 ? page->title : 23 * page->unit;
}
static inline double mintu_type_body(const mintu_page *page)
{
    return 11 * page->unit;
}
static inline double mintu_type_small(const mintu_page *page)
{
    return 8.6 * page->unit;
}

/* What a text looks like. */
typedef enum mintu_lettering {
    MINTU_LETTERING_TITLE = 0,
    MINTU_LETTERING_STRONG, /* body, bold */
    MINTU_LETTERING_HEADING,
    MINTU_LETTERING_BODY,
    MINTU_LETTERING_SMALL
} mintu_lettering;

/* Shapes a furniture text; MINTU_NO_RUN for NULL and "". @p width 0: one line. */
size_t mintu_furniture_text(mintu_drawing *drawing, const char *string, mintu_lettering lettering, double width);

/* The same for a text in a buffer, which it frees. */
size_t mintu_furniture_text_take(mintu_drawing *drawing, mintu_buffer *text, mintu_lettering lettering, double width);

/* Width and height of such a text, and its string; 0 and "" for MINTU_NO_RUN. */
double mintu_furniture_width(const mintu_drawing *drawing, size_t run);
double mintu_furniture_height(const mintu_drawing *drawing, size_t run);
const char *mintu_furniture_string(const mintu_drawing *drawing, size_t run);

/* How far down the next text stands when there is such a text, and a gap below it. */
static inline double mintu_furniture_step(const mintu_drawing *drawing, size_t run, double gap)
{
    return run == MINTU_NO_RUN ? 0 : mintu_furniture_height(drawing, run) + gap;
}

/* Draws such a text with its upper left corner at x, y. */
void mintu_furniture_draw(mintu_drawing *drawing, size_t run, double x, double y, mintu_color color);

/* A light box under a piece that stands on the map. */
void mintu_furniture_panel(mintu_drawing *drawing, const mintu_box *box, mintu_color edge);

#endif
