/* What drawing costs, counted before it is done: cairo looks at every crossing of a path's edges, and cannot be stopped. A path that
 * costs too much is not drawn; the map ends with MINTU_STATUS_INPUT, which mintu_effort_check() says. Painters do not count by
 * themselves: they ask mintu_canvas_may_fill() and its like, or draw by mintu_canvas_stroke(), which asks. */
#ifndef CANVAS_EFFORT_H
#define CANVAS_EFFORT_H

#include "base/error.h"
#include "canvas/box.h"

#include <stdbool.h>
#include <stddef.h>

typedef enum mintu_effort_kind {
    MINTU_EFFORT_CROSSINGS = 0,
    MINTU_EFFORT_PIXELS,
    MINTU_EFFORT_MARKS, /* dashes, and dots and lines of patterns */
    MINTU_EFFORT_END
} mintu_effort_kind;

typedef struct mintu_effort {
    double length; /* px, of the path so far, and its vertices and box */
    size_t vertices;
    mintu_box box;
    double sums[MINTU_EFFORT_END]; /* of all that was drawn */
    char layer[64];                /* that is being drawn */
    bool over;                     /* one of the sums is too much; nothing is added any more */
} mintu_effort;

/* Adds a piece of the path, from one vertex to another; @p longest is the page's diagonal, beyond which nothing is drawn. */
void mintu_effort_piece(mintu_effort *effort, const double from[2], const double to[2], double longest);

/* True when the path may be filled, or stroked @p width px wide, with round joins or others, in dashes that repeat after @p period px
 * (0: none). @p device: device pixels to a px, 0 where no pixels are drawn. */
bool mintu_effort_fill(mintu_effort *effort, const mintu_box *clip, double device);
bool mintu_effort_stroke(mintu_effort *effort, double width, double period, bool round);

/* True when a box as far as it is in @p clip may be painted, and when so many marks may be drawn. */
bool mintu_effort_box(mintu_effort *effort, const mintu_box *box, const mintu_box *clip, double device);
bool mintu_effort_marks(mintu_effort *effort, double count);

/* The path is drawn or given up: the next one begins. */
void mintu_effort_next(mintu_effort *effort);

mintu_status mintu_effort_check(const mintu_effort *effort, mintu_error *error);

#endif
