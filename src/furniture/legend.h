/* The legend: lines of swatches and labels, ramps and nested circles, gathered from the style's layers, measured and drawn. */
#ifndef FURNITURE_LEGEND_H
#define FURNITURE_LEGEND_H

#include "map/scene.h"
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
} mintu_legend;

/* legend.c */
void mintu_legend_measure(mintu_scene *scene, mintu_legend *legend, double size[2]);
void mintu_legend_paint(mintu_scene *scene, const mintu_legend *legend, const mintu_box *box);
void mintu_legend_free(mintu_legend *legend);
double mintu_legend_label_x(const mintu_scene *scene, const mintu_legend *legend);  /* of labels, from the box's left edge */
double mintu_legend_swatch_x(const mintu_scene *scene, const mintu_legend *legend); /* of the swatches' middle */

/* legend_gather.c: the rows that the page calls for, in drawing order of the layers */
void mintu_legend_gather(mintu_scene *scene, mintu_legend *legend);

/* legend_swatch.c: the layer drawn for one made-up feature */
void mintu_swatch_measure(mintu_scene *scene, const mintu_legend_swatch *swatch, double size[2]);
void mintu_swatch_paint(mintu_scene *scene, const mintu_legend_swatch *swatch, double x, double y);
mintu_style_scope mintu_swatch_scope(const mintu_scene *scene, const mintu_legend_swatch *swatch);
/* The colour that the layer has by one of its properties, its opacity in it. */
mintu_color mintu_swatch_color(const mintu_scene *scene, const mintu_legend_swatch *swatch, mintu_property property,
                               mintu_style_scope *scope);

/* legend_ramp.c; @p left and @p top are those of the row */
void mintu_legend_ramp_measure(const mintu_scene *scene, const mintu_legend *legend, mintu_legend_row *row, double *width);
void mintu_legend_ramp_paint(mintu_scene *scene, const mintu_legend *legend, const mintu_legend_row *row, double left,
                             double top);
mintu_box mintu_legend_ramp_bar(const mintu_scene *scene, const mintu_legend *legend, const mintu_legend_row *row, double left,
                                double top);
/* From 0 at the top of the bar to 1 at its bottom. */
double mintu_legend_ramp_place(const mintu_scene *scene, const mintu_legend *legend, const mintu_legend_row *row, size_t tick);

/* legend_nested.c */
void mintu_legend_nested_measure(mintu_scene *scene, const mintu_legend *legend, mintu_legend_row *row, double *width);
void mintu_legend_nested_paint(mintu_scene *scene, const mintu_legend *legend, const mintu_legend_row *row, double left,
                               double top);

#endif
