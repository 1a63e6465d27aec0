/* The faces into which the borders of polygons cut the plane, and how long each two share a border. For this room only. */
#ifndef GEOMETRY_FACES_H
#define GEOMETRY_FACES_H

#include "geometry/polygon_rows.h"

/* A border between two faces, or of one face with the outside (right is then MINTU_FACE_NONE). Lengths in degrees of latitude. */
typedef struct mintu_border {
    size_t left, right;
    double length;
} mintu_border;

#define MINTU_FACE_NONE ((size_t)-1)

typedef struct mintu_faces {
    GEOSGeometry **polygons;
    size_t count;
    double *area;          /* square degrees of latitude, so that longitudes are as long as they are on the ground */
    double *perimeter;     /* degrees of latitude */
    mintu_border *borders; /* sorted by left; each pair stands twice, once from either side */
    size_t border_count;
    size_t *first_border; /* of each face; first_border[count] is border_count */
    double shrink;        /* a degree of longitude in degrees of latitude */
} mintu_faces;

/* Cuts the plane along all borders of the rows. */
mintu_status mintu_faces_make(mintu_context *context, const mintu_polygon_rows *rows, mintu_error *error, mintu_faces *out);

/* The same faces, but each that is wanted @p apart as triangles over its vertices; (*from)[i], which the caller frees, is the face that
 * face i of *out is a part of. *out is to be freed also after a failure. */
mintu_status mintu_faces_split(mintu_context *context, const mintu_faces *faces, const bool *apart, mintu_error *error,
                               mintu_faces *out, size_t **from);

/* The union of the faces of a row, which it takes out of the array; an empty collection when it has none. NULL when GEOS failed. */
GEOSGeometry *mintu_faces_unite(mintu_context *context, mintu_faces *faces, const size_t *row_of, size_t row);

void mintu_faces_free(mintu_context *context, mintu_faces *faces);

#endif
