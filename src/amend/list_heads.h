/* The columns of a list of places, by the heads that offices give them. */
#ifndef AMEND_LIST_HEADS_H
#define AMEND_LIST_HEADS_H

#include "base/array.h"

#include <stdint.h>

typedef enum mintu_list_head {
    MINTU_LIST_PREFECTURE = 0,
    MINTU_LIST_COUNTY,
    MINTU_LIST_TOWN,
    MINTU_LIST_CODE,
    MINTU_LIST_BATCH,
    MINTU_LIST_NOTE,
    MINTU_LIST_SOURCE,
    MINTU_LIST_CERTAINTY,
    MINTU_LIST_END /* sentinel */
} mintu_list_head;

/* What the columns of a table are called. */
typedef struct mintu_heads {
    size_t count;
    const char *(*name)(const void *table, size_t column);
    const void *table;
} mintu_heads;

/* The column of each, SIZE_MAX where there is none. */
void mintu_list_heads(const mintu_heads *heads, size_t out[MINTU_LIST_END]);

/* The columns that together name a place, joined by commas, the larger unit first; "" when no column is known to. */
void mintu_list_field(const mintu_heads *heads, const size_t columns[MINTU_LIST_END], mintu_buffer *out);

#endif
