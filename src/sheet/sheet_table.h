/* A table that flows over pages: its head stands on each, and a row that is longer than a page goes on on the next. */
#ifndef SHEET_SHEET_TABLE_H
#define SHEET_SHEET_TABLE_H

#include "canvas/text.h"

enum { MINTU_SHEET_TABLE_COLUMNS = 16 };

typedef struct mintu_sheet_table {
    mintu_canvas *canvas;
    mintu_text *text;
    double widths[MINTU_SHEET_TABLE_COLUMNS]; /* px */
    const char *heads[MINTU_SHEET_TABLE_COLUMNS];
    size_t columns;
    double left, top, bottom; /* px: where the table begins on a page but the first, and where a page's rows end */
    double y;                 /* px: where the next row begins */
    int page;                 /* from 1 */
    bool drawn;               /* else pages are only counted */
    bool fresh;               /* nothing but the head stands on the page */
    void (*foot)(void *of, struct mintu_sheet_table *table); /* draws what stands beneath the rows of each page */
    void *of;
} mintu_sheet_table;

/* The head of the table, where it stands. */
void mintu_sheet_table_head(mintu_sheet_table *table);

/* A row of as many cells as there are columns. */
void mintu_sheet_table_row(mintu_sheet_table *table, const char *const *cells);

/* A text with its upper left corner at (x, y), in lines of at most @p width px; its height. Nothing is drawn where pages are counted. */
double mintu_sheet_table_text(const mintu_sheet_table *table, const mintu_text_style *style, const double at[2],
                              const char *text);

#endif
