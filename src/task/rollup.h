/* The join with one row per place or county instead of one per pair. */
#ifndef TASK_ROLLUP_H
#define TASK_ROLLUP_H

#include "task/join_rows.h"

mintu_status mintu_join_per_place(const mintu_matrix *matrix, const mintu_join_choice *choice, mintu_error *error,
                                  mintu_layer **out);

mintu_status mintu_join_per_county(const mintu_matrix *matrix, const mintu_join_choice *choice, mintu_error *error,
                                   mintu_layer **out);

#endif
