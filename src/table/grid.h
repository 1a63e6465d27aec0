/* The cells of a workbook's sheet, as texts at their places. */
#ifndef TABLE_GRID_H
#define TABLE_GRID_H

#include "table/head_rows.h"

typedef struct mintu_cell_grid_cell {
    size_t row, column; /* from 0 */
    size_t text;        /* where it begins in the grid's text */
    bool number;
} mintu_cell_grid_cell;

/* A block of cells that are one. */
typedef struct mintu_cell_grid_merge {
    size_t row, column, last_row, last_column;
} mintu_cell_grid_merge;

/* Zero-initialise. */
typedef struct mintu_cell_grid {
    mintu_buffer text; /* of all cells, each ended by NUL */
    mintu_cell_grid_cell *cells;
    size_t count, room;
    mintu_cell_grid_merge *merges;
    size_t merge_count, merge_room;
    size_t most; /* cells that are allowed; 0: any number */
    bool failed, over;
    /* the row that is being given out */
    size_t next;
    mintu_buffer row;
    size_t *starts, start_room;
} mintu_cell_grid;

void mintu_cell_grid_add(mintu_cell_grid *grid, size_t row, size_t column, const char *text, bool number);
void mintu_cell_grid_merge_add(mintu_cell_grid *grid, mintu_cell_grid_merge merge);
void mintu_cell_grid_clear(mintu_cell_grid *grid);
void mintu_cell_grid_free(mintu_cell_grid *grid);

/* Puts the cells in order, and gives the texts of merged cells to each row that they reach over; numbers stay in the first, so that no sum
 * counts one twice. How many cells were given a text, and how many numbers stay alone. */
typedef struct mintu_cell_grid_filled {
    size_t texts, numbers;
    size_t first_number; /* its row in the sheet, from 1 */
} mintu_cell_grid_filled;
mintu_cell_grid_filled mintu_cell_grid_finish(mintu_cell_grid *grid);

/* Its rows that are not empty, with their numbers in the sheet as lines. */
mintu_row_source mintu_cell_grid_source(mintu_cell_grid *grid, const char *path, const char *doing);

#endif
