/* Where a text is broken into lines, as MapLibre GL JS does it: the lines are as nearly of one length as can be, so many that none need
 * be longer than the most, and a little longer where that is more even. */
#ifndef LABEL_LINE_BREAK_H
#define LABEL_LINE_BREAK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What cannot be parted: a letter with its marks. */
typedef struct mintu_break_unit {
    int32_t code; /* its first character */
    double width; /* em / 24, with the letter spacing behind it */
    bool begins_word;
} mintu_break_unit;

/* Fills @p ends with the number of units before each break and before the end, in their order; room for @p count. Returns how many
 * lines there are, 0 when memory ran out. @p most: em / 24, INFINITY for never but at line feeds. */
size_t mintu_line_breaks(const mintu_break_unit *units, size_t count, double most, size_t *ends);

#endif
