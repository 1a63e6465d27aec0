/* An XLSX workbook, from the events of its XML parts: sheets, texts that cells share, formats, and the cells of one sheet. */
#ifndef TABLE_XLSX_BOOK_H
#define TABLE_XLSX_BOOK_H

#include "table/cell_format.h"
#include "table/grid.h"

typedef enum mintu_xlsx_part {
    MINTU_XLSX_BOOK = 0,  /* xl/workbook.xml */
    MINTU_XLSX_RELATIONS, /* xl/_rels/workbook.xml.rels */
    MINTU_XLSX_STYLES,    /* xl/styles.xml */
    MINTU_XLSX_TEXTS,     /* xl/sharedStrings.xml */
    MINTU_XLSX_SHEET
} mintu_xlsx_part;

typedef struct mintu_xlsx_sheet {
    char *name, *relation, *target; /* target: its path in the archive, NULL while it is not known */
} mintu_xlsx_sheet;

typedef struct mintu_xlsx_code {
    int number;
    mintu_cell_format format;
} mintu_xlsx_code;

/* Zero-initialise; part says what is read next. */
typedef struct mintu_xlsx {
    mintu_xlsx_part part;
    mintu_xlsx_sheet *sheets;
    size_t sheet_count, sheet_room;
    bool since_1904;
    mintu_buffer texts; /* that cells share, each ended by NUL */
    size_t *text_starts, text_count, text_room;
    mintu_xlsx_code *codes; /* formats with a code of their own */
    size_t code_count, code_room;
    mintu_cell_format *styles; /* of cells, by number */
    size_t style_count, style_room;
    mintu_cell_grid grid;
    bool failed; /* memory ran out */
    /* where the reading is */
    bool in_cells, in_value, phonetic;
    size_t row, column, style;
    char type[12];
    mintu_buffer value;
} mintu_xlsx;

/* As mintu_xml_watch has them. */
void mintu_xlsx_start(void *xlsx, const char *name, const char *const *attributes);
void mintu_xlsx_end(void *xlsx, const char *name);
void mintu_xlsx_text(void *xlsx, const char *text, size_t size);
void mintu_xlsx_free(mintu_xlsx *xlsx);

#endif
