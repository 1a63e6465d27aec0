/* A hash map from text to a size_t (an index, or a pointer cast). Keys are borrowed: they must outlive the map. */
#ifndef BASE_TEXTMAP_H
#define BASE_TEXTMAP_H

#include <stdbool.h>
#include <stddef.h>

typedef struct mintu_textmap_slot mintu_textmap_slot;

/* Zero-initialise; free with mintu_textmap_free(). */
typedef struct mintu_textmap {
    mintu_textmap_slot *slots;
    size_t capacity, count;
} mintu_textmap;

/* Sets @p key to @p value; false when memory ran out, the map is then as before. */
bool mintu_textmap_set(mintu_textmap *map, const char *key, size_t value);

/* Value of the key in *value; false when there is none. */
bool mintu_textmap_get(const mintu_textmap *map, const char *key, size_t *value);

/* The same for a key of @p size bytes that need not end with NUL. */
bool mintu_textmap_get_n(const mintu_textmap *map, const char *key, size_t size, size_t *value);

void mintu_textmap_free(mintu_textmap *map);

#endif
