/* CSV tables (RFC 4180) in memory, as text, with the line of every row. The reading itself is libcsv's. */
#ifndef FORMAT_CSV_H
#define FORMAT_CSV_H

#include "base/array.h"
#include "base/file.h"

#include <mintu/status.h>

typedef struct mintu_table mintu_table;

/* The largest table that is read; its cells take up to eight times as much memory. */
#define MINTU_TABLE_BYTES_MOST MINTU_MEBIBYTES(64)

/* Reads the file, which a document may have named; the first row is the header. Every row must have as many fields as the header. A byte order mark is skipped. */
mintu_status mintu_table_load(const char *path, mintu_error *error, mintu_table **out);

void mintu_table_free(mintu_table *table);

const char *mintu_table_path(const mintu_table *table);
size_t mintu_table_count(const mintu_table *table); /* rows without the header */
size_t mintu_table_column_count(const mintu_table *table);
const char *mintu_table_column_name(const mintu_table *table, size_t column);
int mintu_table_column_find(const mintu_table *table, const char *name);           /* -1 when there is none */
const char *mintu_table_text(const mintu_table *table, size_t row, size_t column); /* never NULL; lives as long as the table */
int mintu_table_line(const mintu_table *table, size_t row);                        /* line of the file, from 1 */

#endif
