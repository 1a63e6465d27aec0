/* The rings of polygons as walls: whether a straight line between two positions crosses one. For this room only. */
#ifndef GEOMETRY_WALLS_H
#define GEOMETRY_WALLS_H

#include "layer/shape.h"

/* Vertices of all rings, the inside on the left of each edge from a vertex to after[vertex]. */
typedef struct mintu_walls {
    double *xy;
    size_t *before, *after, *polygons; /* neighbours on the ring; the polygon of a vertex, from 1 */
    size_t count;
    double origin[2], cell; /* a grid over the bounds */
    size_t columns, rows;
    size_t *starts, *edges; /* edges of cell i: edges[starts[i]] …, named by their first vertex */
} mintu_walls;

mintu_status mintu_walls_new(const mintu_shape *polygons, mintu_error *error, mintu_walls *out);
void mintu_walls_free(mintu_walls *walls);

/* The polygon that holds a position, as in polygons; 0 when none does. */
size_t mintu_walls_polygon(const mintu_walls *walls, const double at[2]);

/* True when the line between two positions inside the polygons stays inside. A line through a vertex that is not one of its ends
 * counts as crossing: a way that touches the vertex is two lines. */
bool mintu_walls_clear(const mintu_walls *walls, const double from[2], const double to[2]);

/* True when a shortest way may bend at a vertex: the inside has an angle of 180° or more there. */
bool mintu_walls_corner(const mintu_walls *walls, size_t vertex);

/* True when a way from a position may bend at a corner: both its walls lie on one side of the line to it. */
bool mintu_walls_turns(const mintu_walls *walls, size_t vertex, const double from[2]);

#endif
