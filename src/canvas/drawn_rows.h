/* Which features of a style layer the page shows: one after another in drawing order, or only how many. */
#ifndef CANVAS_DRAWN_ROWS_H
#define CANVAS_DRAWN_ROWS_H

#include "canvas/drawing.h"
#include "style/property_value.h"

typedef struct mintu_keyed_row {
    double key; /* 0 where there is no sort key */
    size_t row;
} mintu_keyed_row;

/* A walk over the rows of a layer in drawing order: those that the filter accepts and that touch the frame, by sort key. */
typedef struct mintu_row_walk {
    const mintu_drawing *drawing;
    mintu_plot *plot;          /* of the layer */
    const mintu_plot_row *row; /* under way */
    mintu_style_scope scope;   /* of that row, for the layer's properties */
    mintu_keyed_row *rows;     /* all that the walk comes to */
    size_t count;
    size_t done; /* rows so far, the one under way among them */
} mintu_row_walk;

/* Begins a walk, whose end frees what it holds; the frame counts as larger by @p reach px. Without a plot, and when memory ran out,
 * there are no rows. */
mintu_row_walk mintu_rows_begin(mintu_drawing *drawing, const mintu_style_layer *layer, mintu_property sort_key, double reach);

/* Turns the order of a walk that has just begun. */
void mintu_rows_reverse(mintu_row_walk *walk);

/* Goes on to the next row; false at the end, and when the drawing was cancelled. */
bool mintu_rows_next(mintu_row_walk *walk);

/* True when the layer draws features of the row's kind: areas and lines of points are none. */
bool mintu_row_draws(const mintu_style_layer *layer, const mintu_plot_row *row);

/* How many features of the layer lie in the map frame and are accepted by its filter; of these, those that legend entry
 * @p entry stands for, or all with MINTU_ALL_ENTRIES. */
#define MINTU_ALL_ENTRIES ((size_t)-1)
size_t mintu_drawing_count(const mintu_drawing *drawing, const mintu_style_layer *layer, size_t entry);

/* Of these, how many lie in what the map is about: the number that it states. */
size_t mintu_drawing_count_inside(const mintu_drawing *drawing, const mintu_style_layer *layer, size_t entry);

#endif
