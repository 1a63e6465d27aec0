/* Geometries for `within` and `distance`: those that an expression writes down, and the feature's. Their arrays live in a pool, so
 * that they neither grow nor are freed one by one. */
#ifndef EXPRESSION_EVAL_OUTLINE_H
#define EXPRESSION_EVAL_OUTLINE_H

#include "expression/expression_node.h"
#include "layer/shape.h"

/* Arrays for so many parts and vertices; false when memory ran out. */
bool mintu_outline_make_room(mintu_pool *pool, mintu_shape *out, size_t parts, size_t vertices);

/* Adds the parts of another outline, for which there is room. */
void mintu_outline_add(mintu_shape *out, const mintu_shape *from);

typedef struct mintu_outline_bounds {
    double x0, y0, x1, y1;
} mintu_outline_bounds;

/* Of vertices; without any, from infinity to minus infinity. */
mintu_outline_bounds mintu_outline_bounds_of(const double *xy, size_t count);

/* The evaluation's feature in the units of the grid below; false, with *none true, when it has no geometry, and false with
 * the message set when memory ran out. */
bool mintu_outline_of_feature(mintu_evaluation *evaluation, mintu_shape *out, bool *none);

/* Vector tiles round coordinates: 8192 steps to a side of a tile at a whole zoom level, in the Web Mercator projection. The
 * specification's results are those of rounded coordinates. World size in steps: */
double mintu_grid_size(const mintu_feature *feature);
void mintu_grid_from_degrees(double size, const double degrees[2], double out[2]);
void mintu_grid_outline(double size, mintu_shape *outline); /* all of its vertices */
void mintu_grid_to_degrees(double size, const double at[2], double out[2]);

/* Planar tests, as the specification's implementation does them. */
bool mintu_segments_cross(const double a[2], const double b[2], const double c[2], const double d[2]);

/* Parts @p from up to @p to of an outline: of a polygon its rings, of anything else one part. {outline} stands before the first. */
typedef struct mintu_outline_piece {
    const mintu_shape *outline;
    size_t from, to;
} mintu_outline_piece;

/* Moves on to the next piece of the outline; false behind the last. */
bool mintu_outline_piece_next(mintu_outline_piece *piece);

/* Is the point in the polygon? On its border the answer is @p border. */
bool mintu_outline_piece_holds(const mintu_outline_piece *polygon, const double point[2], bool border);

#endif
