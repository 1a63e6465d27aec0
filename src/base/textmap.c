#include "base/textmap.h"

#include "base/array.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

struct mintu_textmap_slot {
    const char *key; /* NULL: empty */
    size_t size, value;
};

/* FNV-1a, 64 bit, folded: offset basis and prime as published by Fowler, Noll and Vo. */
static size_t hash(const char *key, size_t size)
{
    uint64_t value = 14695981039346656037U;
    for (size_t i = 0; i < size; i++)
        value = (value ^ (uint8_t)key[i]) * 1099511628211U;
    return (size_t)(value ^ (value >> 32));
}

static mintu_textmap_slot *find(mintu_textmap_slot *slots, size_t capacity, const char *key, size_t size)
{
    size_t at = hash(key, size) & (capacity - 1);
    while (slots[at].key && (slots[at].size != size || memcmp(slots[at].key, key, size) != 0))
        at = (at + 1) & (capacity - 1);
    return &slots[at];
}

static bool grow(mintu_textmap *map)
{
    size_t capacity = map->capacity ? 2 * map->capacity : 16;
    mintu_textmap_slot *slots = calloc(capacity, sizeof *slots);
    if (!slots) {
        mintu_memory_failure_add();
        return false;
    }
    for (size_t i = 0; i < map->capacity; i++)
        if (map->slots[i].key)
            *find(slots, capacity, map->slots[i].key, map->slots[i].size) = map->slots[i];
    free(map->slots);
    map->slots = slots;
    map->capacity = capacity;
    return true;
}

bool mintu_textmap_set(mintu_textmap *map, const char *key, size_t value)
{
    if (4 * (map->count + 1) > 3 * map->capacity && !grow(map))
        return false;
    size_t size = strlen(key);
    mintu_textmap_slot *slot = find(map->slots, map->capacity, key, size);
    map->count += !slot->key;
    *slot = (mintu_textmap_slot){key, size, value};
    return true;
}

bool mintu_textmap_get_n(const mintu_textmap *map, const char *key, size_t size, size_t *value)
{
    if (!map->capacity)
        return false;
    const mintu_textmap_slot *slot = find(map->slots, map->capacity, key, size);
    if (!slot->key)
        return false;
    *value = slot->value;
    return true;
}

bool mintu_textmap_get(const mintu_textmap *map, const char *key, size_t *value)
{
    return mintu_textmap_get_n(map, key, strlen(key), value);
}

void mintu_textmap_free(mintu_textmap *map)
{
    free(map->slots);
    *map = (mintu_textmap){0};
}
