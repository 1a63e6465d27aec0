/* What the shapes of a join's rows share: which links are wanted, and the names of places on the day. */
#ifndef NOTICE_JOIN_ROWS_H
#define NOTICE_JOIN_ROWS_H

#include "gazetteer/place_rows.h"
#include "notice/reach.h"

/* Which links are wanted. */
typedef struct mintu_join_choice {
    const char *agency; /* a name of the table of agencies, or NULL */
    bool named;
} mintu_join_choice;

bool mintu_join_wants(const mintu_matrix *matrix, const mintu_join_choice *choice, const mintu_link *link);

/* Name of the unit of a level that a place lies in on the day, "" for none. */
const char *mintu_join_unit(const mintu_matrix *matrix, const mintu_place *place, mintu_level level);

/* Name on the day. */
const char *mintu_join_name(const mintu_matrix *matrix, const mintu_place *place);

#endif
