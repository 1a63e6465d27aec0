/* The types of a table's columns, told apart by all of their texts, so that a table has the same whatever file it is in. */
#ifndef TABLE_TABLE_TYPES_H
#define TABLE_TABLE_TYPES_H

#include "table/column_forms.h"

#include <stdbool.h>

/* True of the name of a column of codes: these have leading zeros or are compared as text. */
bool mintu_column_is_code(const char *name);

/* Gives a column, whose cells are texts, the type of its values: numbers, days, booleans where all are; numbers and texts where most are
 * numbers, with a word to the context for the first that is none. Words for no value become null beside numbers and days. Columns of
 * codes stay texts, and columns in which it is doubtful what a number is. Without @p where nothing is told. */
void mintu_table_type(mintu_context *context, mintu_layer *layer, size_t field, const mintu_table_lines *where);

/* Words that were said to mean no value become null, which is told. */
void mintu_table_missing(mintu_context *context, mintu_layer *layer, size_t field, const mintu_table_lines *where);

/* The first text of a field that is a number in more than digits (1.2万, 1,234, 25%), where its texts are numbers; NULL where they are
 * none, or were read as such before. */
const char *mintu_table_written(const mintu_layer *layer, size_t field);

#endif
