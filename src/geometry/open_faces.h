/* Faces that lie between polygons, and to whom they go. For this room only. */
#ifndef GEOMETRY_OPEN_FACES_H
#define GEOMETRY_OPEN_FACES_H

#include "geometry/faces.h"
#include "geometry/owners.h"

#define MINTU_OWNER_OPEN    ((size_t)-2)
#define MINTU_OWNER_OUTSIDE ((size_t)-3)

typedef struct mintu_owned_faces {
    mintu_faces faces;
    size_t *owner, *was; /* of a face: a row, or one of the words; was: earlier, MINTU_OWNER_NONE for nobody's */
    bool *replaced; /* rows that take an open face only where nobody else borders on it: they say themselves what they cover */
} mintu_owned_faces;

/* Open faces that are connected: one of them, and their sums as in mintu_faces. */
typedef struct mintu_gap {
    size_t face;
    double area, perimeter;
} mintu_gap;

/* All of them, in an array that the caller frees. */
mintu_status mintu_open_gaps(const mintu_owned_faces *m, mintu_error *error, mintu_gap **out, size_t *count);

/* Cuts the open faces that several could take into triangles. */
mintu_status mintu_open_divide(mintu_context *context, mintu_owned_faces *m, mintu_error *error);

/* Gives each open face to the row, or to the outside, with which it shares the longest border, in rounds from the borders on. */
mintu_status mintu_open_take(mintu_owned_faces *m, mintu_error *error);

#endif
