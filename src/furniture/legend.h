/* The legend as data: lines of swatches and labels, ramps and nested circles, gathered from the style's layers. */
#ifndef FURNITURE_LEGEND_H
#define FURNITURE_LEGEND_H

#include "canvas/page.h"
#include "style/legend_key.h"

typedef enum mintu_legend_form {
    MINTU_LEGEND_LINE = 0, /* one or more swatches over each other, and a label */
    MINTU_LEGEND_HEADING,  /* over a layer's lines */
    MINTU_LEGEND_RAMP,     /* a bar of colours, a swatch for each tick, from the bottom up */
    MINTU_LEGEND_NESTED    /* circles in each other, the largest first */
} mintu_legend_form;

typedef struct mintu_legend_row {
    mintu_legend_form form;
    size_t first, count; /* swatches */
    size_t group;        /* style layer of the label */
    size_t order;        /* as gathered */
    size_t run;
    mintu_key *key; /* of a ramp, with the entry of it and the property */
    size_t entry;
    mintu_property property;
    double gap, height, top; /* gap: above the row; top: from the box's upper edge */
    double left;             /* of its column, from that of the first */
    size_t column;
} mintu_legend_row;

typedef struct mintu_legend_swatch {
    size_t layer;
    const char *properties; /* JSON object; of the style or of a key */
    size_t run;             /* label of a part of a ramp or of nested circles */
    double value;           /* of a ramp's tick */
} mintu_legend_swatch;

typedef struct mintu_legend {
    mintu_legend_row *rows;
    mintu_legend_swatch *swatches;
    mintu_key **keys;
    size_t row_count, row_room, swatch_count, swatch_room, key_count, key_room;
    size_t title_run;
    double swatch_width;
    double label_width; /* px at which labels are broken */
    double unit;        /* of the page, as large as the legend's letters are */
    double letters;     /* share of what they would be, where nobody asked for a size; 0: all of it */
} mintu_legend;

#define MINTU_LEGEND_PADDING    8.0 /* px on A4, to each side of the legend's box */
#define MINTU_LEGEND_SWATCH_GAP 7.0 /* between a swatch and its label */
/* Gives the page the size of the legend's letters while its rows are measured or drawn; returns what to give back. */
static inline double mintu_legend_unit_take(mintu_page *page, const mintu_legend *legend)
{
    double kept = page->unit;
    if (legend->unit > 0)
        page->unit = legend->unit;
    return kept;
}

/* Where the swatches' middle, and labels, stand from the left edge of the box, or of the row's column. */
static inline double mintu_legend_swatch_x(const mintu_page *page, const mintu_legend *legend)
{
    return MINTU_LEGEND_PADDING * page->unit + legend->swatch_width / 2;
}
static inline double mintu_legend_label_x(const mintu_page *page, const mintu_legend *legend)
{
    return (MINTU_LEGEND_PADDING + MINTU_LEGEND_SWATCH_GAP) * page->unit + legend->swatch_width;
}

#endif
