/* Delimited text becomes a layer. */
#ifndef TABLE_TABLE_CSV_H
#define TABLE_TABLE_CSV_H

#include "table/table_layer.h"

/* Reads the file, or its @p content where that is not NULL. *wkt is true, and nothing read, when a column holds geometries as text. */
mintu_status mintu_csv_layer(mintu_context *context, const mintu_table_names *names, const mintu_buffer *content,
                             mintu_error *error, bool *wkt, mintu_layer **out);

#endif
