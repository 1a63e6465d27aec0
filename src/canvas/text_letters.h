/* The letters of a text: where each stands in it, and each as a run of its own, for texts that follow a line. */
#ifndef CANVAS_TEXT_LETTERS_H
#define CANVAS_TEXT_LETTERS_H

#include "canvas/text.h"

/* What stands together whatever happens: a letter with its marks. */
typedef struct mintu_text_cluster {
    size_t start, end;         /* bytes */
    size_t line;               /* of the text */
    double x, width, baseline; /* px in the layout */
    bool begins_word;
} mintu_text_cluster;

/* The clusters of a run in the order in which they are read, on the heap; NULL when memory ran out. */
mintu_text_cluster *mintu_text_clusters(const mintu_text *text, size_t run, size_t *count);

/* Splits the run of a text into letters (grapheme clusters), spaces left out. */
void mintu_text_split(mintu_text *text, const mintu_text_style *style, size_t run);

/* Splits a column, made with the vertical @p style, where the web sets it otherwise than Pango: letters and digits stand upright in one
 * em each, and parts have sizes of their own. @p rows: the run of the same text in rows. The other columns stay whole. */
void mintu_text_split_column(mintu_text *text, const mintu_text_style *style, size_t column, size_t rows);

/* True when a letter of the text stands upright in columns. */
bool mintu_text_is_upright(const char *string);

#endif
