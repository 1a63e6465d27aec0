/* Tables of the data package: the columns that are needed, and failures that point at a cell. */
#ifndef GAZETTEER_PACKAGE_TABLES_H
#define GAZETTEER_PACKAGE_TABLES_H

#include "format/csv.h"
#include "gazetteer/package.h"

/* Loads the table @p stem. *out stays NULL when the package does not list it and it is not @p required. */
mintu_status mintu_tables_load(const mintu_package *package, const char *stem, bool required, mintu_error *error,
                               mintu_table **out);

/* Finds @p count columns by name; a missing one is MINTU_STATUS_INPUT. */
mintu_status mintu_tables_columns(const mintu_table *table, const char *const *names, size_t count, mintu_error *error,
                                  int *out);

/* A cell that is wrong: MINTU_STATUS_INPUT with line and column. @p expected completes "…; expected". */
mintu_status mintu_cell_fail(const mintu_table *table, size_t row, int column, const char *expected, mintu_error *error);

/* Where a cell begins in its file, which is read again for it; @p row counts from 0 without the header. */
mintu_where mintu_cell_where(const mintu_table *table, size_t row, int column);

/* Cells as numbers and dates. An empty cell is NaN or 0. */
mintu_status mintu_cell_number(const mintu_table *table, size_t row, int column, mintu_error *error, double *out);
mintu_status mintu_cell_date(const mintu_table *table, size_t row, int column, mintu_error *error, int *out);

#endif
