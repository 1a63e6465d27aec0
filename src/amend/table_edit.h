/* A table of the package as CSV, with cells replaced. */
#ifndef AMEND_TABLE_EDIT_H
#define AMEND_TABLE_EDIT_H

#include "format/csv.h"

void mintu_edit_head(const mintu_table *table, mintu_buffer *out);

/* A row with those of @p values (one per column; NULL: none) in it that are not NULL. */
void mintu_edit_row(const mintu_table *table, size_t row, const char *const *values, mintu_buffer *out);

/* A row that the table does not have: @p values of the columns @p names (ends with NULL); "" in others. */
void mintu_edit_new(const mintu_table *table, const char *const *names, const char *const *values, mintu_buffer *out);

#endif
