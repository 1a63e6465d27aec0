/* Both coordinates in one column: "118.05,24.95", "24.95 118.05", "东经118°3′，北纬24°57′". */
#ifndef TABLE_POSITION_PAIR_H
#define TABLE_POSITION_PAIR_H

#include "table/table_types.h"

/* Finds a column by its name (坐标, 经纬度, lonlat, …) in which most texts are such pairs, and gives the rows their points, which is told
 * with the order of the two; rows without a point are told by their reason. Nothing without such a column. */
mintu_status mintu_position_pairs(mintu_context *context, mintu_layer *layer, const mintu_table_lines *where,
                                  mintu_error *error);

#endif
