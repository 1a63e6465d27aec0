/* Points of a table's rows, by its columns of coordinates. */
#ifndef TABLE_TABLE_POINTS_H
#define TABLE_TABLE_POINTS_H

#include "table/position_names.h"
#include "table/table_types.h"

/* The columns that a layer's positions are in; both or none. */
mintu_position_columns mintu_table_positions(const mintu_layer *layer);

/* Finds the columns by their names and gives each row its point. Rows whose coordinates are none are told to the context; the file is
 * MINTU_STATUS_INPUT when no row's are. */
mintu_status mintu_table_points(mintu_context *context, mintu_layer *layer, const mintu_table_lines *where, mintu_error *error);

#endif
