/* Growing arrays and byte buffers. */
#ifndef BASE_ARRAY_H
#define BASE_ARRAY_H

#include <mintu/status.h>
#include <stdbool.h>
#include <stddef.h>

/* Makes room for @p need elements of @p size bytes in the array that *pointer (of any type) points to, doubling *capacity. False
 * when memory ran out: the array stays. */
bool mintu_array_reserve(void *pointer, size_t *capacity, size_t need, size_t size);

/* The one way to grow an array: MINTU_ARRAY_RESERVE(list->items, list->room, list->count + 1). */
#define MINTU_ARRAY_RESERVE(pointer, room, need) mintu_array_reserve(&(pointer), &(room), (need), sizeof *(pointer))

/* How often memory has run out here in this thread. A long run whose parts carry on without what they could not make, such as a
 * map and its texts, compares the number at its end with that at its beginning. */
unsigned long mintu_memory_failures(void);
void mintu_memory_failure_add(void); /* for what allocates by itself */
bool mintu_memory_good(bool good);   /* the same where something is not good, which is given back */

/* For qsort() of doubles, the least first. */
int mintu_double_compare(const void *a, const void *b);

/* A growing byte buffer, NUL-terminated whenever data is not NULL. Zero-initialise. Keeps its first failure: later calls do
 * nothing, and mintu_buffer_failed() is asked once at the end. */
typedef struct mintu_buffer {
    char *data;
    size_t size, capacity;
    bool failed;
} mintu_buffer;

void mintu_buffer_add(mintu_buffer *buffer, const void *data, size_t size);
void mintu_buffer_text(mintu_buffer *buffer, const char *text);
void mintu_buffer_format(mintu_buffer *buffer, const char *format, ...) MINTU_PRINTF(2, 3);
void mintu_buffer_clear(mintu_buffer *buffer); /* keeps the room */
void mintu_buffer_free(mintu_buffer *buffer);

/* A copy on the heap of a text (of its first @p size bytes), or NULL when memory ran out. */
char *mintu_text_copy(const char *text);
char *mintu_text_copy_n(const char *text, size_t size);

/* True when a text is one of a NULL-terminated list. */
bool mintu_text_listed(const char *text, const char *const *list);

/* The same for a text of @p size bytes that need not end with NUL. */
bool mintu_text_listed_n(const char *text, size_t size, const char *const *list);

#endif
