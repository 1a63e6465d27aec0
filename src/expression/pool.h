/* Memory that is given back all at once: of a style document, or of the values that evaluating it makes. */
#ifndef EXPRESSION_POOL_H
#define EXPRESSION_POOL_H

#include "base/array.h"
#include "format/json.h"

#include <stdbool.h>
#include <stddef.h>

/* Zero-initialise. */
typedef struct mintu_pool {
    struct mintu_pool_block *blocks; /* the newest first */
    json_t **owned;
    size_t owned_count, owned_room;
} mintu_pool;

/* Zeroed memory that lives until the next clear; NULL when memory ran out. */
void *mintu_pool_take(mintu_pool *pool, size_t size);

/* A copy of the first @p size bytes of a text, NUL-terminated. */
char *mintu_pool_copy(mintu_pool *pool, const char *text, size_t size);

/* A copy of a text on the heap, which is freed; NULL for NULL, and when memory ran out. */
char *mintu_pool_move(mintu_pool *pool, char *text);

/* The text of a buffer, which is freed; NULL when memory ran out. */
char *mintu_pool_buffer(mintu_pool *pool, mintu_buffer *text);

/* Takes over a reference to a JSON value (also on failure, when it is released at once). NULL is a failure. */
bool mintu_pool_own(mintu_pool *pool, json_t *json);

void mintu_pool_clear(mintu_pool *pool); /* keeps one block for what comes next */
void mintu_pool_free(mintu_pool *pool);

#endif
