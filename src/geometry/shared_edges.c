#include "geometry/shared_edges.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/* Hash of an edge that does not depend on its direction. */
static size_t hash(const double *a, const double *b)
{
    uint64_t bits[4];
    memcpy(bits, a, 2 * sizeof *bits);
    memcpy(bits + 2, b, 2 * sizeof *bits);
    uint64_t one = (bits[0] ^ (bits[1] << 21 | bits[1] >> 43)) * 0x9E3779B97F4A7C15u;
    uint64_t two = (bits[2] ^ (bits[3] << 21 | bits[3] >> 43)) * 0x9E3779B97F4A7C15u;
    uint64_t sum = (one ^ one >> 29) + (two ^ two >> 29);
    return (size_t)(sum * 0xBF58476D1CE4E5B9u >> 20);
}

static bool same_point(const double *a, const double *b)
{
    return a[0] == b[0] && a[1] == b[1];
}

static bool same_edge(const double *a, const double *b)
{
    return (same_point(a, b) && same_point(a + 2, b + 2)) || (same_point(a, b + 2) && same_point(a + 2, b));
}

/* A slot holds vertex + 1 of the first edge that hashed there. */
static uint32_t *find_slot(const double *xy, size_t vertex, uint32_t *slots, size_t mask)
{
    const double *edge = xy + 2 * vertex;
    size_t slot = hash(edge, edge + 2) & mask;
    while (slots[slot] && !same_edge(edge, xy + 2 * (size_t)(slots[slot] - 1)))
        slot = (slot + 1) & mask;
    return &slots[slot];
}

uint32_t *mintu_shared_edges(const double *xy, const size_t *starts, size_t rings, size_t *count)
{
    size_t size = 16, vertices = rings ? starts[rings] : 0;
    *count = 0;
    if (vertices >= UINT32_MAX / 4)
        return NULL;
    while (size < 2 * vertices)
        size *= 2;
    uint32_t *slots = calloc(size, sizeof *slots), *numbers = calloc(vertices + 1, sizeof *numbers);
    for (size_t ring = 0; slots && numbers && ring < rings; ring++)
        for (size_t vertex = starts[ring]; vertex + 1 < starts[ring + 1]; vertex++) {
            uint32_t *first = find_slot(xy, vertex, slots, size - 1);
            numbers[vertex] = *first ? numbers[*first - 1] : (uint32_t)(*count)++;
            *first = *first ? *first : (uint32_t)vertex + 1;
        }
    if (!slots) {
        free(numbers);
        numbers = NULL;
    }
    free(slots);
    return numbers;
}
