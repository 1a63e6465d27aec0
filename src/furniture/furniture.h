/* What a map carries besides its face, as data that the pieces share: what is said, what each piece measures, and where it comes to
 * stand. Each piece is measured, given its place by furniture_arrange.c, and drawn by furniture_paint.c. */
#ifndef FURNITURE_FURNITURE_H
#define FURNITURE_FURNITURE_H

#include "canvas/drawing.h"
#include "furniture/legend.h"
#include "furniture/variation.h"
#include "label/label.h"
#include "style/layout.h"

#include <string.h>

/* The pieces on the map's face, in the order in which they are drawn. */
typedef enum mintu_furniture_piece {
    MINTU_PIECE_LEGEND = 0,
    MINTU_PIECE_SCALE_BAR,
    MINTU_PIECE_INSET,
    MINTU_PIECE_WARNING,
    MINTU_PIECE_NORTH_ARROW,
    MINTU_PIECE_END
} mintu_furniture_piece;

/* Where the legend stands. */
typedef enum mintu_legend_stand { MINTU_LEGEND_ON_MAP = 0, MINTU_LEGEND_BELOW, MINTU_LEGEND_BESIDE } mintu_legend_stand;

/* What is kept free, since an earlier try at the page has shown that it is needed. */
typedef struct mintu_room {
    mintu_legend_stand stand;
    double legend;  /* px below or beside the map */
    bool shrunk;    /* from what it was */
    double letters; /* of the legend, as a share of what they would be; 0: all of it */
    double padding; /* px inside the frame, so that symbols of the subject do not reach over it */
} mintu_room;

typedef struct mintu_furniture {
    mintu_drawing *drawing;
    mintu_labels *labels; /* which keep off the pieces */
    const mintu_layout *layout;
    char *title;                    /* on the heap, or NULL */
    const char *review;             /* number as given; NULL or "" for none */
    size_t title_run, subtitle_run; /* MINTU_NO_RUN when absent */
    size_t marks_run;               /* secrecy mark and sheet number, upper right */
    size_t notes_run, imprint_run;  /* sources and notes; projection and scale */
    size_t warning_run;
    mintu_legend legend;
    mintu_room room;
    bool legend_left_out;                 /* larger than the map on whose face it would stand */
    double legend_points, legend_subject; /* symbols under the legend, and the share of it under which the subject lies */
    mintu_variation variation;
    double bar_metres;       /* length that the scale bar shows */
    const mintu_plot *inset; /* areas of the locator */
    double inset_share;      /* px of the inset per px of the map */
    bool has[MINTU_PIECE_END];
    mintu_box boxes[MINTU_PIECE_END];
} mintu_furniture;

/* Between the map and a legend off it, px. */
static inline double mintu_furniture_legend_gap(const mintu_furniture *furniture)
{
    return 2 * MINTU_MM * furniture->drawing->page.unit;
}

static inline bool mintu_is_wanted(const mintu_layout_place *place)
{
    return !place->anchor || strcmp(place->anchor, "none") != 0;
}

/* Where it would mislead, a piece is drawn only if the layout sends it somewhere. */
static inline bool mintu_is_drawn(const mintu_layout_place *place, bool misleads)
{
    return mintu_is_wanted(place) && (!misleads || place->given || (place->anchor && *place->anchor));
}

#endif
