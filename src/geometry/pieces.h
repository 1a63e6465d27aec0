/* What is left of many features when they were cut: flat arrays, one after another. */
#ifndef GEOMETRY_PIECES_H
#define GEOMETRY_PIECES_H

#include "geometry/track.h"
#include "layer/shape.h"

typedef struct mintu_pieces {
    mintu_track path; /* all vertices with their marks */
    size_t *starts;   /* part_count + 1 */
    unsigned char *outer;
    size_t part_count, start_room, outer_room;
} mintu_pieces;

/* Adds vertices as a part; no mark without @p marks. Sets path.failed when memory runs out. */
void mintu_pieces_add(mintu_pieces *pieces, const double *xy, const unsigned char *marks, size_t count, bool outer);

/* Adds the parts of a shape as they are. */
void mintu_pieces_add_shape(mintu_pieces *pieces, const mintu_shape *shape);

void mintu_pieces_free(mintu_pieces *pieces);

#endif
