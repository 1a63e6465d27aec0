/* What stands in a table below its rows, or among them, and is none: footnotes, totals. */
#ifndef TABLE_TABLE_END_H
#define TABLE_TABLE_END_H

#include "table/column_forms.h"

/* Takes away the last rows that are but a remark (注：…) in the first cell that holds something, and tells of them. */
void mintu_table_end(mintu_context *context, mintu_layer *layer, const mintu_table_lines *where);

/* Tells of rows that may be totals of others; they stay, since whether they are is not certain. */
void mintu_table_totals(mintu_context *context, const mintu_layer *layer, const mintu_table_lines *where);

#endif
