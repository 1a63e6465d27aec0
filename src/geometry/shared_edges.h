/* Which edges of rings are one: a border that two neighbours share, whichever way round each goes along it. */
#ifndef GEOMETRY_SHARED_EDGES_H
#define GEOMETRY_SHARED_EDGES_H

#include <stddef.h>
#include <stdint.h>

/* For each vertex the number of the edge that begins at it, from 0 in the order of first appearance; how many there are is written
 * to @p count. Ring i has the vertices starts[i] to starts[i + 1] - 1, at whose last no edge begins. Must be freed; NULL when memory
 * ran out or there are more than a billion vertices. */
uint32_t *mintu_shared_edges(const double *xy, const size_t *starts, size_t rings, size_t *count);

#endif
