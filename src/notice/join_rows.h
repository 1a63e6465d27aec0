/* The layers of the join, one maker per shape of row. */
#ifndef NOTICE_JOIN_ROWS_H
#define NOTICE_JOIN_ROWS_H

#include "gazetteer/place_rows.h"
#include "notice/reach.h"

/* Which links are wanted. */
typedef struct mintu_join_choice {
    const char *agency; /* a name of the table of agencies, or NULL */
    bool named;
} mintu_join_choice;

#endif
