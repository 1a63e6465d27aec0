/* An ODS workbook, from the events of its content.xml: the cells of one sheet, and the names of all. */
#ifndef TABLE_ODS_BOOK_H
#define TABLE_ODS_BOOK_H

#include "table/grid.h"

typedef struct mintu_ods_sheet {
    char *name;
    bool filled; /* it has a cell with a value */
} mintu_ods_sheet;

/* Zero-initialise, and set what is wanted. */
typedef struct mintu_ods {
    const char *wanted; /* the sheet's name; NULL: the first with a value */
    mintu_ods_sheet *sheets;
    size_t sheet_count, sheet_room;
    bool found;
    size_t at; /* the sheet that was read, where it was found */
    mintu_cell_grid grid;
    bool failed;
    /* where the reading is */
    bool reading, in_cell, in_text;
    size_t hidden; /* remarks and shapes that are open */
    size_t row, column, repeat_rows, repeat_columns, span, paragraphs;
    char kind[16], given[64]; /* what the cell's value is, and how it is written */
    mintu_buffer text;
    size_t row_begin; /* its first cell in the grid */
} mintu_ods;

/* As mintu_xml_watch has them. */
void mintu_ods_start(void *ods, const char *name, const char *const *attributes);
void mintu_ods_end(void *ods, const char *name);
void mintu_ods_text(void *ods, const char *text, size_t size);
void mintu_ods_free(mintu_ods *ods);

#endif
