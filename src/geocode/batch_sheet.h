/* A table of text in memory, from a text file or a layer. Bad rows are told and read as far as they go. */
#ifndef GEOCODE_BATCH_SHEET_H
#define GEOCODE_BATCH_SHEET_H

#include "base/array.h"
#include "geocode/batch_problems.h"

#include <mintu/batch.h>

typedef struct mintu_sheet {
    mintu_buffer text;                    /* all cells of a text file, each ended by NUL */
    size_t *cells, cell_count, cell_room; /* offsets into text, row after row, the header first */
    size_t *rows, row_room;               /* first cell of each row; rows[count + 1] is the number of cells */
    size_t *lines, line_room;             /* line of each row */
    size_t (*longs)[2];                   /* cell and column of those that are too long for a name */
    size_t long_count, long_room;
    size_t count;       /* rows without the header */
    mintu_layer *layer; /* of another file, instead of all this */
    char *source;       /* what messages call the file, or the database */
    size_t columns;
} mintu_sheet;

/* Reads a file; with a geocoder one whose only column is called like a place is a list without a header. Zero-initialised *out must be
 * freed, also after a failure. */
mintu_status mintu_sheet_load(mintu_context *context, const char *path, const mintu_geocoder *geocoder,
                              mintu_problems *problems, mintu_error *error, mintu_sheet *out);
void mintu_sheet_free(mintu_sheet *sheet);

const char *mintu_sheet_name(const mintu_sheet *sheet, size_t column);
const char *mintu_sheet_text(const mintu_sheet *sheet, size_t row, size_t column); /* "" when missing; until the next call */
size_t mintu_sheet_line(const mintu_sheet *sheet, size_t row);                     /* 0 when the file has no lines */

/* Where in its line the first cell of the row begins that is too long for a name; 1 when none is, 0 when there are no lines. */
size_t mintu_sheet_long(const mintu_sheet *sheet, size_t row);

/* Column of a name, ignoring the case of its letters; SIZE_MAX when there is none. */
size_t mintu_sheet_find(const mintu_sheet *sheet, const char *name);

#endif
