#include "expression/pool.h"

#include <stdalign.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCK_SIZE = 16384 };

struct mintu_pool_block {
    struct mintu_pool_block *older;
    size_t size, used;
    alignas(max_align_t) unsigned char bytes[];
};

static bool add_block(mintu_pool *pool, size_t need)
{
    size_t size = need > BLOCK_SIZE ? need : BLOCK_SIZE;
    if (size > SIZE_MAX - sizeof(struct mintu_pool_block))
        return false;
    struct mintu_pool_block *block = malloc(sizeof *block + size);
    if (!block) {
        mintu_memory_failure_add();
        return false;
    }
    *block = (struct mintu_pool_block){.older = pool->blocks, .size = size};
    pool->blocks = block;
    return true;
}

void *mintu_pool_take(mintu_pool *pool, size_t size)
{
    const size_t step = alignof(max_align_t);
    if (size > SIZE_MAX - step)
        return NULL;
    size_t need = (size + step - 1) / step * step;
    if ((!pool->blocks || pool->blocks->size - pool->blocks->used < need) && !add_block(pool, need))
        return NULL;
    void *memory = pool->blocks->bytes + pool->blocks->used;
    pool->blocks->used += need;
    return memset(memory, 0, need);
}

char *mintu_pool_copy(mintu_pool *pool, const char *text, size_t size)
{
    char *copy = mintu_pool_take(pool, size + 1);
    if (copy && size)
        memcpy(copy, text, size);
    return copy;
}

char *mintu_pool_buffer(mintu_pool *pool, mintu_buffer *text)
{
    char *copy = text->failed ? NULL : mintu_pool_copy(pool, text->data, text->size);
    mintu_buffer_free(text);
    return copy;
}

char *mintu_pool_move(mintu_pool *pool, char *text)
{
    char *copy = text ? mintu_pool_copy(pool, text, strlen(text)) : NULL;
    free(text);
    return copy;
}

bool mintu_pool_own(mintu_pool *pool, json_t *json)
{
    if (!json || !mintu_array_reserve(&pool->owned, &pool->owned_room, pool->owned_count + 1, sizeof(json_t *))) {
        json_decref(json);
        return false;
    }
    pool->owned[pool->owned_count++] = json;
    return true;
}

void mintu_pool_clear(mintu_pool *pool)
{
    while (pool->owned_count)
        json_decref(pool->owned[--pool->owned_count]);
    while (pool->blocks && pool->blocks->older) {
        struct mintu_pool_block *block = pool->blocks;
        pool->blocks = block->older;
        free(block);
    }
    if (pool->blocks)
        pool->blocks->used = 0;
}

void mintu_pool_free(mintu_pool *pool)
{
    mintu_pool_clear(pool);
    free(pool->blocks);
    free(pool->owned);
    *pool = (mintu_pool){0};
}
