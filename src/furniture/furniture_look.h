/* What all pieces of furniture have in common to look at: three sizes of type, three inks, and a light panel on the map. */
#ifndef FURNITURE_FURNITURE_LOOK_H
#define FURNITURE_FURNITURE_LOOK_H

#include "canvas/drawing.h"

#define MINTU_NO_RUN ((size_t)-1)

extern const mintu_color MINTU_INK, MINTU_INK_SOFT, MINTU_INK_WARNING;

/* The three sizes of type, px. */
double mintu_type_title(const mintu_page *page);
double mintu_type_body(const mintu_page *page);
double mintu_type_small(const mintu_page *page);

/* Shapes a furniture text; MINTU_NO_RUN for NULL and "". @p width 0: one line. */
typedef enum mintu_weight { MINTU_WEIGHT_REGULAR = 0, MINTU_WEIGHT_SEMIBOLD, MINTU_WEIGHT_BOLD } mintu_weight;
size_t mintu_furniture_text(mintu_drawing *drawing, const char *string, double size, mintu_weight weight, double width);

/* Width and height of such a text, and its string; 0 and "" for MINTU_NO_RUN. */
double mintu_furniture_width(const mintu_drawing *drawing, size_t run);
double mintu_furniture_height(const mintu_drawing *drawing, size_t run);
const char *mintu_furniture_string(const mintu_drawing *drawing, size_t run);

/* Draws such a text with its upper left corner at x, y. */
void mintu_furniture_draw(mintu_drawing *drawing, size_t run, double x, double y, mintu_color color);

/* A light box under a piece that stands on the map. */
void mintu_furniture_panel(mintu_drawing *drawing, const mintu_box *box, mintu_color edge);

#endif
