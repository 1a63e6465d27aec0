#ifndef NOTICE_JOIN_H
#define NOTICE_JOIN_H

#include "notice/join_rows.h"

bool mintu_join_wants(const mintu_matrix *matrix, const mintu_join_choice *choice, const mintu_link *link);

mintu_status mintu_join_pairs(const mintu_matrix *matrix, const mintu_join_choice *choice, mintu_error *error,
                              mintu_layer **out);

/* Name of the unit of a level that a place lies in on the day, "" for none. */
const char *mintu_join_unit(const mintu_matrix *matrix, const mintu_place *place, mintu_level level);

/* Name on the day. */
const char *mintu_join_name(const mintu_matrix *matrix, const mintu_place *place);

#endif
