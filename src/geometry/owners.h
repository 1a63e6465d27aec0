/* Which polygon each face belongs to. For this room only. */
#ifndef GEOMETRY_OWNERS_H
#define GEOMETRY_OWNERS_H

#include "geometry/faces.h"
#include "geometry/polygon.h"

#define MINTU_OWNER_NONE ((size_t)-1) /* outside, or a hole too large to be a gap between neighbours */

typedef struct mintu_owners {
    size_t *row;            /* of each face: a row, or MINTU_OWNER_NONE */
    size_t contested, gaps; /* faces that several rows covered, and gaps given to a neighbour */

    size_t *candidates, candidate_room; /* rows that cover a face, those of face i from first_candidate[i] on */
    size_t *first_candidate;
} mintu_owners;

/* A face that one row covers is that row's. One that several cover goes to the row of which it is half or more, else to the
 * one with which it shares the longest border; a gap goes to the neighbour with the longest border. */
mintu_status mintu_owners_find(const mintu_locator *polygons, const mintu_faces *faces, mintu_error *error, mintu_owners *out);
void mintu_owners_free(mintu_owners *owners);

#endif
