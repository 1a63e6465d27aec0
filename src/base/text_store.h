/* Texts that live as long as their store, one after the other in large pieces: millions of values of a table cost no more than their
 * bytes. */
#ifndef BASE_TEXT_STORE_H
#define BASE_TEXT_STORE_H

#include <stddef.h>

typedef struct mintu_text_store {
    struct mintu_text_piece *pieces; /* the one that is being filled comes first */
} mintu_text_store;

/* A copy of the @p size bytes with a NUL behind them, or NULL when memory ran out. The store is zero-initialised. */
const char *mintu_text_store_add(mintu_text_store *store, const char *text, size_t size);
void mintu_text_store_free(mintu_text_store *store);

#endif
