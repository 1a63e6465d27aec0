/* What the tables of tasks and places share: which links are wanted, and the columns of a place on a day. */
#ifndef TASK_JOIN_ROWS_H
#define TASK_JOIN_ROWS_H

#include "gazetteer/place_rows.h"
#include "task/reach.h"

/* Which links are wanted. */
typedef struct mintu_join_choice {
    const char *agency; /* a name of the table of agencies, or NULL */
    bool named;
} mintu_join_choice;

bool mintu_join_wants(const mintu_matrix *matrix, const mintu_join_choice *choice, const mintu_link *link);

/* Fills the columns code, name, name_en, level, type, county, prefecture as of a day. */
void mintu_join_place(const mintu_gazetteer *gazetteer, const mintu_place *place, int date, mintu_row *row);

#endif
