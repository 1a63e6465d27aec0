/* Which of a table's first rows hold the names of its columns. */
#ifndef TABLE_HEAD_FIND_H
#define TABLE_HEAD_FIND_H

#include "base/array.h"
#include "format/records.h"

/* How many rows are looked at. */
enum { MINTU_HEAD_ROWS = 24 };

typedef struct mintu_head {
    bool found;         /* false: the first row that is not blank is data already, and stands at first */
    size_t first, last; /* rows of the names; what stands above is a title */
} mintu_head;

/* Titles are passed over: rows with one cell, or a remark, above rows with more. More rows belong to the names where columns without a name
 * of their own stand under one that reaches over them, or where a row has units alone. */
mintu_head mintu_head_find(const mintu_record *rows, size_t count);

/* True when the row below rows @p first to @p last belongs to their names. */
bool mintu_head_goes_on(const mintu_record *rows, size_t count, size_t first, size_t last);

/* Adds the name of a column, ended by NUL: those of its rows with an underscore between, one that reaches over several for each of
 * them. */
void mintu_head_name(const mintu_record *rows, mintu_head head, size_t column, mintu_buffer *out);

/* The columns of the names and of what stands below them. */
size_t mintu_head_columns(const mintu_record *rows, mintu_head head);

/* The text of a cell, "" where the row is shorter. */
const char *mintu_record_text(const mintu_record *row, size_t column);
bool mintu_text_is_blank(const char *text);

#endif
