/* The legend's rows in columns. */
#ifndef FURNITURE_LEGEND_COLUMNS_H
#define FURNITURE_LEGEND_COLUMNS_H

#include "canvas/drawing.h"
#include "furniture/legend.h"

/* How rows that are measured may stand. */
typedef struct mintu_legend_columns {
    double width, height; /* px that there are for all columns */
    bool flat;            /* as many columns as the width takes, or as few as the height does */
    double top;           /* of the first row of each column */
    double gap;           /* between columns */
} mintu_legend_columns;

/* Gives each row its column and its top. @p right tells how far a row reaches to the right in a column at 0; returns how far all
 * columns reach, and the lowest row's end in @p bottom. */
typedef double mintu_legend_right_fn(const mintu_drawing *drawing, const mintu_legend *legend, const mintu_legend_row *row);
double mintu_legend_flow(const mintu_drawing *drawing, mintu_legend *legend, const mintu_legend_columns *columns,
                         mintu_legend_right_fn *right, double *bottom);

#endif
