/* The coordinates of a geometry as flat arrays. */
#ifndef LAYER_SHAPE_H
#define LAYER_SHAPE_H

#include <mintu/layer.h>

/* Parts are points (one vertex each), lines or rings (closed: first vertex equals last). A polygon's outer ring is followed by
 * its holes; outer[i] says which a ring is. Zero-initialise once and use again for many features: the room is kept. */
typedef struct mintu_shape {
    mintu_geometry_type type;
    double *xy;                       /* x0 y0 x1 y1 … */
    size_t vertex_count, vertex_room; /* in vertices */
    size_t *starts;                   /* first vertex of part i; starts[part_count] is vertex_count */
    unsigned char *outer;             /* 1 for outer rings, lines and points, 0 for holes */
    size_t part_count, part_room, outer_room;
} mintu_shape;

/* Fills the shape from a feature, in degrees. MINTU_GEOMETRY_TYPE_NONE and no parts when the feature has no geometry. */
mintu_status mintu_layer_shape(const mintu_layer *layer, size_t row, mintu_shape *shape, mintu_error *error);

/* Adds the parts of a feature to those of others; the type is that of the feature added last. */
mintu_status mintu_layer_shape_add(const mintu_layer *layer, size_t row, mintu_shape *shape, mintu_error *error);

/* A shape built by hand: starts a part, adds a vertex to the last part. */
mintu_status mintu_shape_part(mintu_shape *shape, bool outer, mintu_error *error);
mintu_status mintu_shape_vertex(mintu_shape *shape, double x, double y, mintu_error *error);
/* Makes room for @p count more vertices of the last part, which the caller fills in at @p *out. */
mintu_status mintu_shape_vertices(mintu_shape *shape, size_t count, mintu_error *error, double **out);
void mintu_shape_clear(mintu_shape *shape); /* keeps the room */
void mintu_shape_free(mintu_shape *shape);

/* Gives a feature the geometry of a shape in degrees. */
mintu_status mintu_layer_shape_set(mintu_layer *layer, size_t row, const mintu_shape *shape, mintu_error *error);

#endif
